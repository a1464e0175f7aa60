/** Tells one process from a later one with the same id, by when it started. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** @typedef {{ pid: number, started: string }} ProcessIdentity */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | null} null when it isn't running
 */
export function identify(pid) {
  const started = process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  return started ? { pid, started } : null;
}

/** @param {ProcessIdentity} identity */
export function isAlive({ pid, started }) {
  return identify(pid)?.started === started;
}

/** @param {number} pid */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before the last ")" may hold anything; after it: the state, and as the 20th the start in clock ticks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : fields[19];
  } catch {
    return null;
  }
}

/** @param {number} pid */
function fromPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return (stdout ?? "").trim();
}
