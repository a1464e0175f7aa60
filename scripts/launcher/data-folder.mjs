/** Makes sure, before the long work, that DATA_DIR is a folder we can write to. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem, codeOf } from "../problem.mjs";

/** @type {Record<string, string>} */
const REASONS = {
  EEXIST: "it is a file, not a folder",
  ENOTDIR: "it is a file, or inside one",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOENT: "that place takes no folders",
  EROFS: "that disk is read-only",
  ENOSPC: "that disk is full",
};

/** @param {string} dataDir */
export function prepareDataFolder(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = codeOf(error);
    throw new Problem(
      `DATA_DIR ${dataDir} can't be used: ${REASONS[code] ?? (code || error)}; set DATA_DIR to another folder.`,
    );
  }
}

/**
 * Not `mkdirSync`'s own recursion, which never ends where a parent exists and yet takes no folder (/proc).
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
