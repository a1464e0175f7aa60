/** What every bench plays on: Postgres with fsync on, Redis, a verifying receiver, web and workers, each a process. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { testEnvironment } from "../lib/testing/environment";
import { startTemporaryServers } from "../lib/testing/temporary-servers";
import { waitUntil } from "../lib/testing/wait";
import { build, isBuilt } from "../scripts/build.mjs";
import { freePort } from "../scripts/embedded/free-port.mjs";
import { WORKER_FLAGS } from "../scripts/worker-flags.mjs";
import type { Arrival, Counted, Order } from "./receiver-process";

export const API_KEY = "bench_0123456789_abcdefghijklmnopqrstuvw";
export const OWNER = { BOOTSTRAP_OWNER_EMAIL: "bench@example.com", BOOTSTRAP_OWNER_PASSWORD: "a long enough password" };
const BOOT_MS = 60_000;

export interface Receiver {
  url: string;
  tell(order: Order): void;
  count(): Promise<Counted>;
  /** Since the last reset. */
  arrivals(): Promise<Arrival[]>;
}

export interface Running {
  /** SIGTERM, until it is gone. */
  stop(): Promise<void>;
}

export interface Stage {
  webUrl: string;
  redisUrl: string;
  receiver: Receiver;
  startWorker(): Running;
  /** Resolves when it serves. */
  startWeb(): Promise<Running>;
  stop(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  if (!isBuilt()) await build({ onLine: (line) => console.log(line) });
  const servers = await startTemporaryServers({ durable: true });
  const port = await freePort();
  const env = {
    ...testEnvironment(servers),
    ...OWNER,
    BOOTSTRAP_API_KEY: API_KEY,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "error",
    PORT: String(port),
  };
  // The bench fills tables through the product's own modules.
  Object.assign(process.env, env);
  const running = new Set<Running>();
  const start = (args: string[]): Running => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    const its: Running = {
      stop: () => {
        running.delete(its);
        return ended(child);
      },
    };
    running.add(its);
    return its;
  };
  await succeeded(spawn(process.execPath, ["dist/prepare.mjs"], { stdio: ["ignore", "ignore", "inherit"] }));
  const receiver = await startReceiver(running);
  const webUrl = `http://127.0.0.1:${port}`;
  return {
    webUrl,
    redisUrl: servers.redisUrl,
    receiver,
    startWorker: () => start([...WORKER_FLAGS, ...profilingArgs(), "dist/worker.mjs"]),
    async startWeb() {
      const web = start(["dist/web.mjs"]);
      const isUp = () =>
        fetch(`${webUrl}/api/ready`).then(
          ({ ok }) => ok,
          () => false,
        );
      await waitUntil("the web process serves", isUp, BOOT_MS);
      return web;
    },
    async stop() {
      await Promise.all([...running].map((its) => its.stop()));
      await servers.stop();
    },
  };
}

/** For profiling: BENCH_WORKER_ARGS="--cpu-prof --cpu-prof-dir=…" */
const profilingArgs = () => (process.env["BENCH_WORKER_ARGS"] ?? "").split(" ").filter(Boolean);

async function startReceiver(running: Set<Running>): Promise<Receiver> {
  const child = forkScript("bench/receiver-process.ts");
  running.add({ stop: () => ended(child) });
  const { port } = await answerOf<{ port: number }>(child);
  const ask = <T>(order: Order): Promise<T> => {
    const answered = answerOf<T>(child);
    child.send(order);
    return answered;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    tell: (order) => void child.send(order),
    count: () => ask({ ask: "count" }),
    arrivals: () => ask({ ask: "arrivals" }),
  };
}

export function forkScript(script: string, args: string[] = []): ChildProcess {
  return fork(path.resolve(script), args, { execArgv: ["--import", "tsx"] });
}

/** The next message of a process. @throws where it ends instead */
export function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("a process of the bench has ended"));
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.off("exit", onExit);
      resolve(message as T);
    });
  });
}

function succeeded(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a preparation ended with ${code}`))));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
