/** A real Postgres and a real Redis in a temporary folder that goes when they stop. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../../scripts/embedded/postgres.mjs";
import { startRedis } from "../../scripts/embedded/redis.mjs";

export interface TemporaryServers {
  folder: string;
  databaseUrl: string;
  redisUrl: string;
  postgresPid: number;
  redisPid: number;
  stop: () => Promise<void>;
}

/** @param durable with fsync, as in real use; without it, tests are quicker */
export async function startTemporaryServers({ durable }: { durable: boolean }): Promise<TemporaryServers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "webhooks-test-"));
  const inFolder = (name: string) => ({
    dataDir: path.join(folder, name),
    logFile: path.join(folder, `${name}.log`),
    durable,
  });
  const [postgres, redis] = await Promise.all([startPostgres(inFolder("postgres")), startRedis(inFolder("redis"))]);
  return {
    folder,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    postgresPid: postgres.pid,
    redisPid: redis.pid,
    async stop() {
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
