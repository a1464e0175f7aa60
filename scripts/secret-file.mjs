/** A secret is made once, kept in a file only its owner can read, and read from there ever after. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./problem.mjs";

/**
 * @param {string} file
 * @param {() => string} [make] a URL-safe password unless given
 * @returns {string}
 */
export function secretFile(file, make = () => randomBytes(24).toString("base64url")) {
  return readSecret(file) ?? createSecret(file, make());
}

/**
 * @param {string} file
 * @returns {string | null} null when there is none
 */
export function readSecret(file) {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {string} secret
 */
function createSecret(file, secret) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true });
  rmSync(file, { force: true });
  // link, not rename: whoever is second must read the first one's secret, not replace it.
  linkSync(draft, file);
  rmSync(draft);
  return secret;
}
