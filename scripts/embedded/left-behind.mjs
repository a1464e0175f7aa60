/** Finds and ends servers that an earlier run left in a folder, and never touches any other process. */
import { spawnSync } from "node:child_process";
import { readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Ends every server of ours that has `folder` as its working directory; Postgres and Redis both change into theirs.
 * @param {string} folder
 * @param {RegExp} program matches the executable's name
 * @param {{ signal: NodeJS.Signals, graceMs: number, pid?: number | undefined }} how `pid`: ask this one only, the rest follows it
 * @returns {Promise<boolean>} whether there were any
 */
export async function endLeftBehind(folder, program, { signal, graceMs, pid }) {
  const found = processesIn(folder, program);
  if (found.length === 0) return false;
  signalEach(pid !== undefined && found.includes(pid) ? [pid] : found, signal);
  const deadline = Date.now() + graceMs;
  for (;;) {
    const left = processesIn(folder, program);
    if (left.length === 0) return true;
    if (Date.now() > deadline) signalEach(left, "SIGKILL");
    await delay(20);
  }
}

/**
 * @param {string} folder
 * @param {RegExp} program
 * @returns {number[]} process ids
 */
function processesIn(folder, program) {
  const cwd = realpathSync(folder);
  return process.platform === "linux" ? fromProc(cwd, program) : fromLsof(cwd, program);
}

/** @type {(cwd: string, program: RegExp) => number[]} */
function fromProc(cwd, program) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/cwd`) !== cwd) return false;
        return program.test(basename(readlinkSync(`/proc/${pid}/exe`)));
      } catch {
        return false; // gone, a zombie, or another user's: not ours to end
      }
    })
    .map(Number);
}

/** @type {(cwd: string, program: RegExp) => number[]} */
function fromLsof(cwd, program) {
  const { stdout } = spawnSync("lsof", ["-a", "-d", "cwd", "-u", String(process.getuid?.() ?? 0), "-Fpcn"], {
    encoding: "utf8",
  });
  return (stdout ?? "")
    .split(/^p/m)
    .map((entry) => entry.split("\n"))
    .filter((lines) => lines.some((line) => line[0] === "c" && program.test(line.slice(1))))
    .filter((lines) => lines.includes(`n${cwd}`))
    .map(([pid]) => Number(pid));
}

/**
 * @param {number[]} pids
 * @param {NodeJS.Signals} signal
 */
function signalEach(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone meanwhile.
    }
  }
}
