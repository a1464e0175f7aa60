/** A real Postgres and a real Redis for the database tests, in a temporary folder that goes when they are done. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { migrate } from "../../prisma/migrate";
import { startPostgres } from "../../scripts/embedded/postgres.mjs";
import { startRedis } from "../../scripts/embedded/redis.mjs";
import { testEnvironment } from "./environment";

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "webhooks-test-"));
  const inFolder = (name: string) => ({
    dataDir: path.join(folder, name),
    logFile: path.join(folder, `${name}.log`),
    durable: false,
  });
  const [postgres, redis] = await Promise.all([startPostgres(inFolder("postgres")), startRedis(inFolder("redis"))]);
  await migrate(postgres.url, path.resolve("prisma/migrations"));
  Object.assign(process.env, testEnvironment({ databaseUrl: postgres.url, redisUrl: redis.url }));
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
