/** Brings node_modules to exactly what package-lock.json says, and does nothing when it already is. */
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finish, launchNode, launch } from "../child-processes.mjs";
import { onPath } from "../on-path.mjs";
import { Problem } from "../problem.mjs";

const UNREACHABLE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)$/;
const ARGS = [
  "ci",
  "--prefer-offline",
  "--include=dev",
  "--include=optional",
  "--no-audit",
  "--no-fund",
  "--no-progress",
];
// npm's own patience with an unreachable registry is minutes.
const PATIENCE = [
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
  "--fetch-timeout=60000",
];

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>} Packages */

/**
 * @param {string} root
 * @returns {boolean} compares with the list npm leaves in node_modules when, and only when, an install is complete
 */
export function packagesAreInstalled(root) {
  const wanted = lockedPackages(join(root, "package-lock.json"));
  const installed = lockedPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted)
    throw new Problem(
      `package-lock.json is missing or damaged in ${root}; get it back with "git checkout package-lock.json".`,
    );
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === "" || (!found && optional)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} root
 * @param {string} logFile gets npm's own words
 * @param {(pid: number | undefined) => void} record
 */
export async function installPackages(root, logFile, record) {
  const launched = npm(root);
  record(launched.child.pid);
  const { code, output, error } = await finish(launched);
  writeFileSync(logFile, output);
  if (error) throw new Problem(`npm could not be run (${error.message}); install Node with npm and start again.`);
  if (code !== 0)
    throw new Problem(`Packages could not be installed: ${reasonIn(output)} (npm's words are in ${logFile})`);
}

/** @param {string} root */
function npm(root) {
  // Started by another package manager, the variable names that one.
  const given = process.env.npm_execpath;
  const program = given?.endsWith("npm-cli.js") ? given : onPath("npm");
  if (!program) throw new Problem("npm is not on PATH; install Node with npm and start again.");
  const script = realpathSync(program);
  const args = [...ARGS, ...PATIENCE];
  return script.endsWith(".js") ? launchNode([script, ...args], { cwd: root }) : launch(program, args, { cwd: root });
}

/**
 * @param {string} file
 * @returns {Packages | null}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {string} output */
function reasonIn(output) {
  const lines = output.split("\n").flatMap((line) => /^npm (?:error|ERR!) (.*)/.exec(line)?.[1] ?? []);
  const code = lines.find((line) => line.startsWith("code "))?.slice(5) ?? "";
  const said =
    lines.find((line) => !/^(code|errno|syscall|path|dest|type|command|network This|A complete log)/.test(line)) ??
    output.trim();
  if (UNREACHABLE.test(code)) {
    const registry = /https?:\/\/[^\s/]+/.exec(lines.join("\n"))?.[0] ?? "the registry";
    return `${registry} can't be reached (${code}); check the network, proxy or "npm config get registry" and start again.`;
  }
  if (code === "ENOSPC") return "the disk is full; make room and start again.";
  if (code === "EACCES" || code === "EPERM")
    return `this user may not write to node_modules (${code}); give it the folder and start again.`;
  return `${said.split("\n")[0]?.slice(0, 300)}${code ? ` (${code})` : ""}; put that right and start again.`;
}
