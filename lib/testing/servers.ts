/** The servers of the database tests: for each of vitest's workers its own, migrated, as some tests are about a whole one. */
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate";
import { testEnvironment } from "./environment";
import { startTemporaryServers } from "./temporary-servers";

declare module "vitest" {
  interface ProvidedContext {
    /** The variables of each worker's tests. */
    environments: Record<string, string>[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const all = await Promise.all(Array.from({ length: project.config.maxWorkers }, startMigrated));
  project.provide("environments", all.map(testEnvironment));
  return async () => {
    await Promise.all(all.map((servers) => servers.stop()));
  };
}

async function startMigrated() {
  const servers = await startTemporaryServers({ durable: false });
  await migrate(servers.databaseUrl, path.resolve("prisma/migrations"));
  return servers;
}
