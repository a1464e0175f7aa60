/** A Postgres and a Redis in a temporary folder, durable as in real use, that can be killed and come back at the same address. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../../scripts/embedded/postgres.mjs";
import { startRedis } from "../../scripts/embedded/redis.mjs";

export interface Servers {
  folder: string;
  databaseUrl: string;
  redisUrl: string;
  /** Without a checkpoint, as when the machine loses power. Resolves when it accepts connections again. */
  restartPostgresAtOnce(): Promise<void>;
  killRedis(): Promise<void>;
  /** At the same address, with nothing in it. */
  startEmptyRedis(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "webhooks-chaos-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // Ctrl-C ends the servers and this process, and asks nobody to clear up.
  process.once("exit", removeFolder);
  const inFolder = (name: string) => ({
    dataDir: path.join(folder, name),
    logFile: path.join(folder, `${name}.log`),
    durable: true,
  });
  const starting = await Promise.allSettled([startPostgres(inFolder("postgres")), startRedis(inFolder("redis"))]);
  const [postgresStart, redisStart] = starting;
  if (postgresStart.status === "rejected" || redisStart.status === "rejected") {
    for (const start of starting) if (start.status === "fulfilled") await start.value.stop();
    throw new Error("a server did not start", { cause: starting });
  }
  let postgres = postgresStart.value;
  let redis = redisStart.value;
  const { port: postgresPort, url: databaseUrl } = postgres;
  const { port: redisPort, url: redisUrl } = redis;
  return {
    folder,
    databaseUrl,
    redisUrl,
    async restartPostgresAtOnce() {
      await postgres.stop({ immediate: true });
      postgres = await startPostgres({ ...inFolder("postgres"), port: postgresPort });
    },
    async killRedis() {
      process.kill(redis.pid, "SIGKILL");
      await redis.exited;
    },
    async startEmptyRedis() {
      rmSync(path.join(folder, "redis", "appendonlydir"), { recursive: true, force: true });
      redis = await startRedis({ ...inFolder("redis"), port: redisPort });
    },
    async stop() {
      await Promise.all([postgres.stop({ immediate: true }), redis.stop({ immediate: true })]);
      process.off("exit", removeFolder);
      removeFolder();
    },
  };
}
