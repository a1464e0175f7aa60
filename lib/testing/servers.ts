/** The servers of the database tests, migrated, and the variables that lead to them. */
import path from "node:path";
import { migrate } from "../../prisma/migrate";
import { testEnvironment } from "./environment";
import { startTemporaryServers } from "./temporary-servers";

export default async function setup(): Promise<() => Promise<void>> {
  const servers = await startTemporaryServers({ durable: false });
  await migrate(servers.databaseUrl, path.resolve("prisma/migrations"));
  Object.assign(process.env, testEnvironment(servers));
  return servers.stop;
}
