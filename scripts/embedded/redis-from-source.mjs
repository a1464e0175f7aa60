/** Builds Redis where no package is to be had, with what npm's redis-memory-server brings; minutes, once. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finish, launch } from "../child-processes.mjs";
import { onPath } from "../on-path.mjs";

const BUILDER = "redis-memory-server@0.17.1";
const REDIS_VERSION = "7.2.7";

/**
 * @param {string} packageDir
 * @returns {string | null}
 */
export function builtRedis(packageDir) {
  const folder = join(packageDir, "built");
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = files.find((file) => file.isFile() && file.name === "redis-server");
  return found ? join(found.parentPath, found.name) : null;
}

/**
 * @param {string} draft an empty folder
 * @returns {Promise<string | null>} why it didn't work
 */
export async function buildRedis(draft) {
  if (!onPath("make") || !(onPath("cc") ?? onPath("gcc") ?? onPath("clang")))
    return "no make and C compiler to build it with";
  mkdirSync(join(draft, "built"));
  // npm would otherwise walk up and install into the nearest project, which is ours.
  writeFileSync(join(draft, "package.json"), '{ "private": true }\n');
  const env = { ...process.env, REDISMS_DOWNLOAD_DIR: join(draft, "built"), REDISMS_VERSION: REDIS_VERSION };
  const install = ["install", "--prefix", draft, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", BUILDER];
  const installed = await finish(launch("npm", install, { cwd: draft, env }));
  if (installed.code !== 0) return `npm could not install ${BUILDER}`;
  const build = `require("redis-memory-server/lib/util/RedisBinary").default.getPath({}).catch((error) => {
    console.error(error.message); process.exit(1); })`;
  const built = await finish(launch(process.execPath, ["-e", build], { cwd: draft, env }));
  return built.code === 0 ? null : `building it failed: ${built.output.trim().split("\n").at(-1)}`;
}
