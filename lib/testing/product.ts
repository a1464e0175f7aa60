/** The product as its users start and end it: the launcher, with everything it brings up. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { freePort } from "../../scripts/embedded/free-port.mjs";
import { testEnvironment } from "./environment";
import { startTemporaryServers } from "./temporary-servers";
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

/** @param env must name a PORT. Resolves when the page is served, and everything has been said about it. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const product = launchProduct(env);
  const isUp = () => product.hasEnded() || product.output().includes("Ctrl-C stops everything");
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
  const servers = await startTemporaryServers({ durable });
  const product = await startProduct({
    ...testEnvironment(servers),
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    PORT: String(await freePort()),
    DATA_DIR: path.join(servers.folder, "data"),
    ...env,
  });
  return {
    ...product,
    databaseUrl: servers.databaseUrl,
    redisUrl: servers.redisUrl,
    async stop() {
      const code = await product.stop();
      await servers.stop();
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
