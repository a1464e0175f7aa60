/** What every bench plays on: Postgres with fsync on, Redis, a verifying receiver, and workers, each a process. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { testEnvironment } from "../lib/testing/environment";
import { startTemporaryServers } from "../lib/testing/temporary-servers";
import { ensurePartitions } from "../lib/deliveries/partitions";
import { migrate } from "../prisma/migrate";
import type { Counted, Order } from "./receiver-process";

export interface Receiver {
  pid: number;
  url: string;
  tell(order: Order): void;
  count(): Promise<Counted>;
  /** Since the last reset. */
  arrivals(): Promise<[eventId: string, webhook: number, at: number][]>;
  stop(): Promise<void>;
}

export interface Stage {
  env: Record<string, string>;
  databaseUrl: string;
  redisUrl: string;
  postgresPid: number;
  redisPid: number;
  receiver: Receiver;
  startWorker(): WorkerProcess;
  stop(): Promise<void>;
}

export interface WorkerProcess {
  pid: number;
  /** SIGTERM, until it is gone. */
  stop(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const servers = await startTemporaryServers({ durable: true });
  const env = { ...testEnvironment(servers), NODE_ENV: "production" as const, LOG_LEVEL: "warn" };
  Object.assign(process.env, env);
  await migrate(servers.databaseUrl, path.resolve("prisma/migrations"));
  await ensurePartitions();
  const receiver = await startReceiver();
  const workers = new Set<WorkerProcess>();
  return {
    env,
    ...servers,
    receiver,
    startWorker() {
      const child = spawn(process.execPath, [...workerArgs(), "dist/worker.mjs"], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "inherit", "inherit"],
      });
      const worker = {
        pid: child.pid ?? 0,
        async stop() {
          workers.delete(worker);
          await ended(child, "SIGTERM");
        },
      };
      workers.add(worker);
      return worker;
    },
    async stop() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await receiver.stop();
      await servers.stop();
    },
  };
}

/** For profiling: BENCH_NODE_ARGS="--cpu-prof --cpu-prof-dir=…" */
const workerArgs = () => (process.env["BENCH_NODE_ARGS"] ?? "").split(" ").filter(Boolean);

async function startReceiver(): Promise<Receiver> {
  const child = fork(path.resolve("bench/receiver-process.ts"), { execArgv: ["--import", "tsx"] });
  const { port } = await answer<{ port: number }>(child);
  const ask = <T>(order: Order): Promise<T> => {
    const answered = answer<T>(child);
    child.send(order);
    return answered;
  };
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    tell: (order) => void child.send(order),
    count: () => ask({ ask: "count" }),
    arrivals: () => ask({ ask: "arrivals" }),
    stop: () => ended(child, "SIGTERM"),
  };
}

export function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("a process of the bench has ended"));
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.off("exit", onExit);
      resolve(message as T);
    });
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
