/** Every process we start is in a group of its own and known here, so that none is left behind. */
import { spawn } from "node:child_process";
import { Problem } from "./problem.mjs";

/**
 * @typedef {Record<string, string | undefined>} Environment
 * @typedef {Omit<import("node:child_process").SpawnOptions, "env"> & { env?: Environment }} LaunchOptions
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Exit
 * @typedef {{ child: import("node:child_process").ChildProcess, exit: Promise<Exit> }} Launched
 * @typedef {{ code: number | null, stdout: string, output: string, error?: Error }} Finished
 */

const followParent = new URL("./follow-parent.mjs", import.meta.url).href;
/** @type {Set<Launched>} */
const running = new Set();
let closing = false;

/**
 * Starts a program in its own process group, out of reach of the terminal's Ctrl-C.
 * @param {string} command
 * @param {string[]} args
 * @param {LaunchOptions} [options]
 * @returns {Launched}
 */
export function launch(command, args, { env = process.env, ...options } = {}) {
  if (closing) throw new Problem("Stopping: nothing new is started.");
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    // Next's types ask every environment for a NODE_ENV, also those of servers that know none.
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    detached: true,
  });
  /** @type {Promise<Exit>} */
  const exit = new Promise((resolve) => {
    child.once("error", (error) => child.pid === undefined && resolve({ code: null, signal: null, error }));
    child.once("exit", (code, signal) => {
      // What it started goes with it, while the group's id can't yet be anyone else's.
      signalGroup(child.pid, "SIGKILL");
      resolve({ code, signal });
    });
  });
  const launched = { child, exit };
  running.add(launched);
  void exit.then(() => running.delete(launched));
  return launched;
}

/**
 * Starts Node on a script that ends by itself when we are gone, even by `kill -9`.
 * @param {string[]} args script and its arguments
 * @param {{ cwd?: string, env?: Environment, stdio?: ("ignore" | "pipe" | number)[] }} [options]
 */
export function launchNode(args, options = {}) {
  return launch(process.execPath, ["--import", followParent, ...args], {
    ...options,
    stdio: [...(options.stdio ?? ["ignore", "pipe", "pipe"]), "ipc"],
    env: { ...(options.env ?? process.env), LAUNCHER_PID: String(process.pid) },
  });
}

/**
 * Waits for a launched program and gathers what it printed; a failure is a value, never an exception.
 * @param {Launched} launched
 * @param {string} [input] written to its stdin, which must then be a pipe
 * @returns {Promise<Finished>}
 */
export async function finish({ child, exit }, input) {
  let stdout = "";
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
    output += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  if (input !== undefined) child.stdin?.on("error", () => undefined).end(input);
  const drained = new Promise((resolve) => child.once("close", resolve));
  const { code, error } = await exit;
  if (error) return { code, stdout, output: error.message, error };
  // A grandchild may hold the pipe open after its parent has gone.
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
  return { code, stdout, output };
}

/**
 * Asks the process group to end, then makes it.
 * @param {Launched} launched
 * @param {{ signal?: NodeJS.Signals, graceMs: number }} options
 */
export async function end(launched, { signal = "SIGTERM", graceMs }) {
  if (!running.has(launched)) return;
  const { child, exit } = launched;
  signalGroup(child.pid, signal);
  const timer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs);
  await exit;
  clearTimeout(timer);
}

/** From now on `launch` throws. */
export function launchNoMore() {
  closing = true;
}

/** Ends whatever still runs, and lets nothing new start. */
export async function endAll() {
  launchNoMore();
  await Promise.all([...running].map((launched) => end(launched, { graceMs: 5_000 })));
}

/**
 * @param {number | undefined} pid the group's leader
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what a signal is for.
  }
}
