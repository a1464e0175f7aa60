/** Decides as whom Postgres runs, since it refuses root: as ourselves, in a user namespace, or as a system user. */
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.mjs";

const SYSTEM_USER = "postgres";
const ROOT_HINT = "run it as an ordinary user, or set DATABASE_URL to a Postgres of your own";

/**
 * @typedef {{ uid: number, gid: number }} Owner
 * @typedef {{ prefix: string[], owner?: Owner }} RunAs `prefix` goes before the command; `owner` is the uid to switch to
 */

/**
 * @param {string} dataDir exists; given to the system user when that is who runs Postgres
 * @param {string} cluster Postgres's own folder inside it; may not exist yet
 * @param {string} postgres
 * @returns {RunAs}
 */
export function postgresUser(dataDir, cluster, postgres) {
  const uid = process.getuid?.();
  const owner = existsSync(cluster) ? lstatSync(cluster) : lstatSync(dataDir);
  if (uid !== 0) {
    if (uid === undefined || owner.uid === uid) return { prefix: [] };
    throw new Problem(`${dataDir} belongs to another user (uid ${owner.uid}); run as that user, or change its owner.`);
  }
  if (owner.uid !== 0) return checked({ uid: owner.uid, gid: owner.gid }, dataDir, postgres);
  const prefix = namespacePrefix(postgres);
  if (prefix) return { prefix };
  const user = checked(systemUser(), dataDir, postgres);
  if (user.owner) give(dataDir, user.owner);
  return user;
}

/**
 * @param {string} postgres
 * @returns {string[] | null} null where user namespaces are not to be had
 */
function namespacePrefix(postgres) {
  // The uid inside must have a name, or initdb refuses; any but root's will do.
  const named = accounts().find(({ uid }) => uid > 0);
  if (!named) return null;
  const [command, ...args] = ["unshare", "-U", `--map-user=${named.uid}`, `--map-group=${named.gid || named.uid}`];
  const prefix = [command ?? "", ...args, "--"];
  return spawnSync("unshare", [...args, "--", postgres, "--version"]).status === 0 ? prefix : null;
}

/** @returns {Owner} */
function systemUser() {
  const find = () => accounts().find(({ name }) => name === SYSTEM_USER);
  const found = find();
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", SYSTEM_USER]);
  const created = find();
  if (created) return created;
  throw new Problem(`Postgres can't run as root, and neither "unshare" nor "useradd" works here; ${ROOT_HINT}.`);
}

/** @returns {{ name: string, uid: number, gid: number }[]} */
function accounts() {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 7)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * @param {Owner} owner
 * @param {string} dataDir
 * @param {string} postgres
 * @returns {RunAs}
 */
function checked(owner, dataDir, postgres) {
  const { uid, gid } = owner;
  for (const [path, command, ...args] of [
    [postgres, postgres, "--version"],
    [dataDir, "sh", "-c", 'cd "$0/.."', dataDir],
  ]) {
    if (spawnSync(command ?? "", args, { uid, gid, cwd: "/" }).status === 0) continue;
    throw new Problem(`Postgres can't run as root, and uid ${uid} has no way into ${path}; ${ROOT_HINT}.`);
  }
  return { prefix: [], owner: { uid, gid } };
}

/**
 * @param {string} path
 * @param {Owner} owner
 */
function give(path, owner) {
  chownSync(path, owner.uid, owner.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) give(inside, owner);
    else if (entry.isFile()) chownSync(inside, owner.uid, owner.gid);
  }
}
