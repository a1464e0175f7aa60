/** The product as its users start and end it: the launcher, with everything it brings up. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { freePort } from "../../scripts/embedded/free-port.mjs";
import { startPostgres } from "../../scripts/embedded/postgres.mjs";
import { startRedis } from "../../scripts/embedded/redis.mjs";
import { testEnvironment } from "./environment";
import { waitUntil } from "./wait";

const BOOT_MS = 240_000;
const STOP_MS = 60_000;

type Launcher = ChildProcessByStdio<null, Readable, Readable>;

export interface Product {
  launcher: Launcher;
  url: string;
  /** Everything it has printed so far. */
  output: () => string;
  hasEnded: () => boolean;
  /** Ctrl-C, until it is gone. @returns the exit code */
  stop: () => Promise<number | null>;
}

/** @param env must name a PORT. Resolves when the page is served. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const product = launchProduct(env);
  const isUp = () => product.hasEnded() || /Open\s+http/.test(product.output());
  await waitUntil("the product serves its page", isUp, BOOT_MS);
  if (product.hasEnded()) throw new Error(`it did not start:\n${product.output()}`);
  return product;
}

export function launchProduct(env: Record<string, string>): Product {
  let printed = "";
  const { PATH = "", HOME = "" } = process.env;
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { PATH, HOME, LOG_LEVEL: "warn", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  const hasEnded = () => launcher.exitCode !== null || launcher.signalCode !== null;
  return {
    launcher,
    hasEnded,
    url: `http://localhost:${env["PORT"]}`,
    output: () => printed,
    async stop() {
      launcher.kill("SIGINT");
      await waitUntil("the product ends", hasEnded, STOP_MS);
      return launcher.exitCode;
    },
  };
}

export interface ProductOnServers extends Product {
  databaseUrl: string;
  redisUrl: string;
}

/** The product on a Postgres and a Redis of ours, in a temporary folder, so that they can be looked into and broken. */
export async function startProductOnServers(
  env: Record<string, string>,
  { durable }: { durable: boolean },
): Promise<ProductOnServers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "webhooks-product-"));
  const inFolder = (name: string) => ({
    dataDir: path.join(folder, name),
    logFile: path.join(folder, `${name}.log`),
    durable,
  });
  const [postgres, redis] = await Promise.all([startPostgres(inFolder("postgres")), startRedis(inFolder("redis"))]);
  const product = await startProduct({
    ...testEnvironment({ databaseUrl: postgres.url, redisUrl: redis.url }),
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    PORT: String(await freePort()),
    DATA_DIR: path.join(folder, "data"),
    ...env,
  });
  return {
    ...product,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    async stop() {
      const code = await product.stop();
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** The worker that this launcher started and supervises. */
export function workerOf(launcherPid: number): number | undefined {
  return processesWith("dist/worker.mjs").find((pid) => parentOf(pid) === launcherPid);
}

/** Processes whose command line holds a text, from /proc. */
export function processesWith(text: string): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    return readProc(name, "cmdline").replaceAll("\0", " ").includes(text) ? [Number(name)] : [];
  });
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readProc(String(pid), "status"))?.[1]);
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended since the folder was read.
    return "";
  }
}
