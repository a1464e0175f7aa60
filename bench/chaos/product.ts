/** The product's processes, started one by one and supervised by nobody, so that a fault may do with them what it likes. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { end, finish, launchNode, type Environment } from "../../scripts/child-processes.mjs";
import { openLog } from "../../scripts/embedded/server-log.mjs";
import { waitUntil } from "../../lib/testing/wait";
import { WORKER_FLAGS } from "../../scripts/worker-flags.mjs";

const BOOT_MS = 60_000;
const STOP_MS = 26_000;

export interface Process {
  pid: number;
  hasEnded(): boolean;
  /** To this process alone, and no waiting. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves with its exit code, null where a signal ended it. */
  exit: Promise<number | null>;
  stop(): Promise<void>;
}

/** Migrates the database and makes the owner and the API key. */
export async function prepareDatabase(env: Environment): Promise<void> {
  const { code, output } = await finish(launchNode(["dist/prepare.mjs"], { env }));
  if (code !== 0) throw new Error(`the database could not be prepared:\n${output}`);
}

/** @param bundle the web process as it was built, or a sabotaged copy */
export async function startWeb(bundle: string, env: Environment, url: string, logs: string): Promise<Process> {
  const web = startProcess(["--enable-source-maps", bundle], env, path.join(logs, "web.log"));
  const isServed = async () => web.hasEnded() || (await fetch(`${url}/api/ready`).catch(() => undefined))?.ok === true;
  await waitUntil("the web process is ready", isServed, BOOT_MS);
  if (web.hasEnded()) throw new Error(`the web process has ended; see ${logs}`);
  return web;
}

/** @param bundle the worker as it was built, or one of its sabotaged copies */
export function startWorker(bundle: string, env: Environment, logs: string): Process {
  return startProcess([...WORKER_FLAGS, "--enable-source-maps", bundle], env, path.join(logs, "worker.log"));
}

function startProcess(args: string[], env: Environment, logFile: string): Process {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openLog(logFile);
  const launched = launchNode(args, { env, stdio: ["ignore", log.fd, log.fd] });
  log.close();
  const { child } = launched;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    hasEnded,
    signal: (signal) => void child.kill(signal),
    exit: launched.exit.then(({ code }) => code),
    stop: () => end(launched, { graceMs: STOP_MS }),
  };
}
