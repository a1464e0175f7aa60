/** At most one launcher runs on a DATA_DIR, and the next one learns what a killed one left running. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Problem, codeOf } from "../problem.mjs";
import { identify, isAlive } from "./process-identity.mjs";

/**
 * @typedef {import("./process-identity.mjs").ProcessIdentity} ProcessIdentity
 * @typedef {{ launcher: ProcessIdentity, url: string, children: ProcessIdentity[] }} Contents
 */

/**
 * @param {string} file
 * @param {string} url told to whoever comes second
 * @returns {{ survivors: ProcessIdentity[], record: (pid: number | undefined) => void, release: () => void }}
 * @throws {Problem} when another launcher holds it
 */
export function takeLock(file, url) {
  const launcher = identify(process.pid) ?? { pid: process.pid, started: "" };
  /** @type {Contents} */
  const mine = { launcher, url, children: [] };
  const draft = `${file}.${process.pid}`;
  const write = () => writeFileSync(draft, JSON.stringify(mine));
  write();
  /** @type {Contents | null} */
  let previous = null;
  try {
    // link makes a whole file appear or fails, so two launchers can't both believe they have it.
    while (!created(draft, file)) {
      refuseIfHeld(read(file));
      previous = takeAway(file) ?? previous;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    survivors: (previous?.children ?? []).filter(isAlive),
    record(pid) {
      const child = pid === undefined ? null : identify(pid);
      mine.children = [...mine.children.filter(isAlive), ...(child ? [child] : [])];
      write();
      renameSync(draft, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {Contents | null} found */
function refuseIfHeld(found) {
  if (!found || !isAlive(found.launcher)) return;
  throw new Problem(
    `Already running on this DATA_DIR (process ${found.launcher.pid}, ${found.url}); stop that one first.`,
  );
}

/** @param {string} file held by nobody when we looked, but another launcher may have looked too and been quicker */
function takeAway(file) {
  const taken = `${file}.${process.pid}.old`;
  try {
    renameSync(file, taken);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  const found = read(taken);
  if (found && isAlive(found.launcher)) created(taken, file);
  rmSync(taken, { force: true });
  refuseIfHeld(found);
  return found;
}

/**
 * @param {string} draft
 * @param {string} file
 */
function created(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Contents | null} null when it is gone or unreadable, and so nobody's
 */
function read(file) {
  try {
    const { launcher, url, children } = JSON.parse(readFileSync(file, "utf8"));
    return launcher && Array.isArray(children) ? { launcher, url, children } : null;
  } catch {
    return null;
  }
}
