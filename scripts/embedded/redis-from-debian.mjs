/** Takes Redis out of the Debian or Ubuntu package without root and without installing: nothing outside its folder changes. */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { finish, launch } from "../child-processes.mjs";
import { onPath } from "../on-path.mjs";

const PACKAGE = "redis-tools";

/**
 * @param {string} packageDir
 * @returns {import("./redis-binary.mjs").Found | null}
 */
export function unpackedRedis(packageDir) {
  const command = join(packageDir, "usr/bin/redis-server");
  if (!existsSync(command)) return null;
  const roots = ["usr/lib", "lib"].map((folder) => join(packageDir, folder)).filter((folder) => existsSync(folder));
  const folders = roots.flatMap((root) => [root, ...readdirSync(root).map((name) => join(root, name))]);
  return { command, env: { LD_LIBRARY_PATH: folders.join(":") } };
}

/**
 * @param {string} draft an empty folder
 * @returns {Promise<string | null>} why it didn't work
 */
export async function downloadDebianRedis(draft) {
  if (!onPath("apt-get") || !onPath("dpkg")) return "no apt-get here";
  const work = join(draft, "apt");
  // First with the lists the machine has; they may be absent (containers) or outdated, so then with fresh ones of our own.
  const reason = (await download(work, [])) && (await downloadAfresh(work));
  if (reason) return reason;
  for (const archive of readdirSync(work).filter((name) => name.endsWith(".deb"))) {
    const unpacked = await finish(launch("dpkg", ["-x", join(work, archive), draft]));
    if (unpacked.code !== 0) return `dpkg: ${lastLine(unpacked.output)}`;
  }
  rmSync(work, { recursive: true });
  const command = join(draft, "usr/bin/redis-server");
  // The server is in redis-tools under another name, and takes its role from the name it is called by.
  if (!existsSync(command)) symlinkSync("redis-check-rdb", command);
  return null;
}

/** @param {string} work */
async function downloadAfresh(work) {
  const state = join(work, "state");
  mkdirSync(join(state, "lists/partial"), { recursive: true });
  const own = ["-o", `Dir::State=${state}`, "-o", `Dir::State::lists=${join(state, "lists")}`];
  // One broken source among several is no obstacle, so the download is what decides.
  await apt(work, "apt-get", [...own, "update"]);
  return download(work, own);
}

/**
 * @param {string} work
 * @param {string[]} options
 * @returns {Promise<string | null>}
 */
async function download(work, options) {
  mkdirSync(join(work, "cache/archives/partial"), { recursive: true });
  const { output } = await apt(work, "apt-cache", [...options, "depends", PACKAGE]);
  const wanted = [PACKAGE, ...(await missing(dependencies(output)))];
  const { code, output: said } = await apt(work, "apt-get", [...options, "download", ...wanted]);
  return code === 0 ? null : `apt-get: ${/^E: (.*)/m.exec(said)?.[1] ?? lastLine(said)}`;
}

/** @param {string} listing of `apt-cache depends`, where "|" marks every alternative but the last */
function dependencies(listing) {
  const lines = listing.split("\n");
  return lines.flatMap((line, index) => {
    const name = /^ +\|?(?:Pre)?Depends: ([a-z0-9][a-z0-9+.-]*)$/.exec(line)?.[1];
    return name && !lines[index - 1]?.trim().startsWith("|") ? [name] : [];
  });
}

/** @param {string[]} names */
async function missing(names) {
  const { output } = await finish(launch("dpkg-query", ["-W", "-f", "${Package} ${db:Status-Status}\n", ...names]));
  const lines = new Set(output.split("\n"));
  return names.filter((name) => !lines.has(`${name} installed`));
}

/**
 * @param {string} work
 * @param {string} command
 * @param {string[]} args
 */
function apt(work, command, args) {
  const cache = ["-o", `Dir::Cache=${join(work, "cache")}`, "-o", "Dir::State::status=/var/lib/dpkg/status"];
  // As root apt would step down to a user that has no way into this folder.
  const options = [...cache, "-o", "APT::Sandbox::User=root"];
  return finish(launch(command, [...options, ...args], { cwd: work, env: { ...process.env, LC_ALL: "C" } }));
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split("\n").at(-1) ?? "";
}
