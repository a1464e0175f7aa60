/** An embedded Postgres: a real server on loopback behind a password, its data in one folder, durable unless told otherwise. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { end, launch } from "../child-processes.mjs";
import { Problem } from "../problem.mjs";
import { readSecret, secretFile } from "../secret-file.mjs";
import { freePort } from "./free-port.mjs";
import { endLeftBehind } from "./left-behind.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { DATABASE, checkCluster, createCluster, serverEnvironment } from "./postgres-cluster.mjs";
import { serverSettings } from "./postgres-settings.mjs";
import { postgresUser } from "./postgres-user.mjs";
import { openLog } from "./server-log.mjs";

const FAST_SHUTDOWN_MS = 30_000;
const LEFT_BEHIND_MS = 10_000;

/**
 * @typedef {object} Server
 * @property {string} url holds the password
 * @property {number} port
 * @property {number} pid
 * @property {string} version
 * @property {boolean} created whether the data folder is new
 * @property {Promise<unknown>} exited
 * @property {(options?: { immediate?: boolean }) => Promise<void>} stop safe to call twice, and after it died
 */

/**
 * @param {{ dataDir: string, logFile: string, durable?: boolean, port?: number }} options `durable: false` gives up
 *   fsync, for tests; `port`: any free one unless given
 * @returns {Promise<Server>}
 * @throws {Problem} one line that says why it can't start
 */
export async function startPostgres({ dataDir: folder, logFile, durable = true, port }) {
  const dataDir = resolve(folder);
  const cluster = join(dataDir, "cluster");
  const passwordFile = join(dataDir, "password");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binaries = postgresBinaries();
  const version = versionOf(binaries.postgres);
  const created = !existsSync(cluster);
  if (!created) {
    checkCluster(cluster, version);
    await clearLeftBehind(cluster);
  }
  const password = created ? secretFile(passwordFile) : readSecret(passwordFile);
  if (!password)
    throw new Problem(`${passwordFile} is missing, so the database in ${cluster} can't be opened; restore it.`);
  const runAs = postgresUser(dataDir, cluster, binaries.postgres);
  if (created) await createCluster({ cluster, passwordFile, runAs, binaries, durable });

  for (let attempt = 1; ; attempt++) {
    const listening = port ?? (await freePort());
    const log = openLog(logFile);
    const [command = "", ...args] = [
      ...runAs.prefix,
      binaries.postgres,
      "-D",
      cluster,
      ...serverSettings(listening, durable),
    ];
    const server = launch(command, args, {
      ...runAs.owner,
      cwd: "/",
      env: serverEnvironment(),
      stdio: ["ignore", log.fd, log.fd],
    });
    log.close();
    const pid = server.child.pid ?? 0;
    if (await isReady(cluster, pid, listening, server.exit)) {
      return {
        url: `postgresql://${DATABASE}:${password}@127.0.0.1:${listening}/${DATABASE}`,
        port: listening,
        pid,
        version,
        created,
        exited: server.exit,
        stop: ({ immediate = false } = {}) =>
          immediate
            ? end(server, { signal: "SIGQUIT", graceMs: 5_000 })
            : end(server, { signal: "SIGINT", graceMs: FAST_SHUTDOWN_MS }),
      };
    }
    // Someone else may take the free port between our look and Postgres's bind.
    if (port === undefined && attempt < 3 && log.read().includes("Address already in use")) continue;
    throw new Problem(
      `Postgres could not open ${cluster}: ${reasonIn(log.read())}; see ${logFile}, then restore the folder from a backup or move it away (or set DATA_DIR to another folder).`,
    );
  }
}

/** @param {string} cluster nothing else may be using it: the caller holds the lock on its folder */
async function clearLeftBehind(cluster) {
  const pidFile = join(cluster, "postmaster.pid");
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : undefined;
  await endLeftBehind(cluster, /^postgres/, { signal: "SIGINT", graceMs: LEFT_BEHIND_MS, pid });
  // Postgres would take a stranger that now bears the old process id for itself, and refuse to start.
  rmSync(pidFile, { force: true });
}

/**
 * @param {string} cluster
 * @param {number} pid
 * @param {number} port
 * @param {Promise<unknown>} exit
 * @returns {Promise<boolean>} false when it has exited instead
 */
async function isReady(cluster, pid, port, exit) {
  let exited = false;
  void exit.then(() => (exited = true));
  const pidFile = join(cluster, "postmaster.pid");
  while (!exited) {
    // Line 1 is the process, line 8 its state; recovery after a crash may take minutes and is not a failure.
    const lines = existsSync(pidFile) ? readFileSync(pidFile, "utf8").split("\n") : [];
    if (Number(lines[0]) === pid && lines[7]?.trim() === "ready" && (await accepts(port))) return true;
    await delay(10);
  }
  return false;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.end(() => resolve(true)));
    socket.once("error", () => resolve(false));
  });
}

/** @param {string} postgres */
function versionOf(postgres) {
  const { stdout, stderr, error } = spawnSync(postgres, ["--version"], { encoding: "utf8" });
  const version = /(\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (version) return version;
  throw new Problem(
    `The embedded Postgres can't run here: ${error?.message ?? stderr.trim()}; set DATABASE_URL to one of your own.`,
  );
}

/** @param {string} log */
function reasonIn(log) {
  const found = [...log.matchAll(/(?:PANIC|FATAL): +(.*)/g)].map(([, reason = ""]) => reason);
  return found[0] ?? log.trim().split("\n").at(-1) ?? "it gave no reason";
}
