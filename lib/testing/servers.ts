/** The servers of the database tests: for each of vitest's workers its own, migrated, as some tests are about a whole one. */
import path from "node:path";
import { migrate } from "../../prisma/migrate";
import { testEnvironment } from "./environment";
import { ENVIRONMENTS, WORKERS } from "./own-servers";
import { startTemporaryServers } from "./temporary-servers";

export default async function setup(): Promise<() => Promise<void>> {
  const all = await Promise.all(Array.from({ length: WORKERS }, startMigrated));
  process.env[ENVIRONMENTS] = JSON.stringify(all.map(testEnvironment));
  return async () => {
    await Promise.all(all.map((servers) => servers.stop()));
  };
}

async function startMigrated() {
  const servers = await startTemporaryServers({ durable: false });
  await migrate(servers.databaseUrl, path.resolve("prisma/migrations"));
  return servers;
}
