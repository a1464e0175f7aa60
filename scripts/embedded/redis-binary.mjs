/** Finds a Redis that runs here: the machine's own, else the distribution's package, else one built from source. */
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { onPath } from "../on-path.mjs";
import { Problem, codeOf } from "../problem.mjs";
import { downloadDebianRedis, unpackedRedis } from "./redis-from-debian.mjs";
import { buildRedis, builtRedis } from "./redis-from-source.mjs";

/** BullMQ refuses anything older. */
const OLDEST_MAJOR = 5;

/**
 * @typedef {{ command: string, env: Record<string, string> }} Found
 * @typedef {Found & { version: string, origin: string }} RedisBinary
 * @typedef {{ origin: string, find: () => Found | null, make?: (draft: string) => Promise<string | null> }} Source `make`
 *   leaves in `draft` what `find` will find once it is called `packageDir`; or says why it can't
 */

/** @type {Map<string, Promise<RedisBinary>>} */
const underWay = new Map();

/**
 * @param {string} packageDir where a downloaded or built one is kept for later starts
 * @returns {Promise<RedisBinary>} the same for all who ask meanwhile
 * @throws {Problem} naming what to install
 */
export function redisBinary(packageDir) {
  const others = underWay.get(packageDir);
  if (others) return others;
  const ours = findOrMake(packageDir).finally(() => underWay.delete(packageDir));
  underWay.set(packageDir, ours);
  return ours;
}

/**
 * @param {string} packageDir
 * @returns {Promise<RedisBinary>}
 */
async function findOrMake(packageDir) {
  /** @type {Source[]} */
  const sources = [
    { origin: "from PATH", find: () => plain(onPath("redis-server")) },
    { origin: "from PATH", find: () => plain(onPath("valkey-server")) },
    { origin: "the distribution's package", find: () => unpackedRedis(packageDir), make: downloadDebianRedis },
    { origin: "built from source", find: () => plain(builtRedis(packageDir)), make: buildRedis },
  ];
  for (const source of sources) {
    const ready = usable(source);
    if (ready) return ready;
  }
  const reasons = [];
  for (const source of sources) {
    if (!source.make) continue;
    const reason = await keep(packageDir, source.make);
    const made = reason === null ? usable(source) : null;
    if (made) return made;
    reasons.push(reason ?? `${source.origin} doesn't run here`);
  }
  throw new Problem(
    `No Redis to be found or made (${reasons.join("; ")}); install redis-server or valkey-server (apt-get, dnf, apk or brew), or set REDIS_URL to a Redis of your own.`,
  );
}

/**
 * @param {string} packageDir
 * @param {(draft: string) => Promise<string | null>} make
 */
async function keep(packageDir, make) {
  const draft = `${packageDir}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    const reason = await make(draft);
    if (reason) return reason;
    rmSync(packageDir, { recursive: true, force: true });
    renameSync(draft, packageDir);
    return null;
  } catch (error) {
    // Another process put its own there first: as good as ours.
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) return null;
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @type {(command: string | null) => Found | null} */
function plain(command) {
  return command === null ? null : { command, env: {} };
}

/** @type {(source: Source) => RedisBinary | null} */
function usable({ origin, find }) {
  const found = find();
  if (!found) return null;
  const { stdout } = spawnSync(found.command, ["--version"], {
    encoding: "utf8",
    env: { ...process.env, ...found.env },
  });
  const version = /v=(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  return version && Number.parseInt(version) >= OLDEST_MAJOR ? { ...found, version, origin } : null;
}
