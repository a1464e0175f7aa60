/** An embedded Redis: a real server on loopback behind a password, its data in one folder, append-only unless told otherwise. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { end, launch } from "../child-processes.mjs";
import { Problem } from "../problem.mjs";
import { secretFile } from "../secret-file.mjs";
import { freePort } from "./free-port.mjs";
import { endLeftBehind } from "./left-behind.mjs";
import { redisBinary } from "./redis-binary.mjs";
import { answersPing } from "./redis-connection.mjs";
import { openLog } from "./server-log.mjs";

const SHUTDOWN_MS = 10_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {string} options.logFile
 * @param {boolean} [options.durable] false keeps everything in memory, for tests
 * @param {number} [options.port] any free one unless given
 * @param {string} [options.packageDir] keeps a downloaded Redis; one for the whole repository unless given
 * @returns {Promise<import("./postgres.mjs").Server & { origin: string, setAside: string | null }>} `setAside`: where an
 *   append-only file went that Redis could not read
 * @throws {Problem} one line that says why it can't start
 */
export async function startRedis({ dataDir: folder, logFile, durable = true, port, packageDir = sharedPackageDir() }) {
  const dataDir = resolve(folder);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binary = await redisBinary(resolve(packageDir));
  await endLeftBehind(dataDir, /redis|valkey/, { signal: "SIGTERM", graceMs: SHUTDOWN_MS });
  const created = !existsSync(join(dataDir, "redis.conf"));
  const password = secretFile(join(dataDir, "password"));
  /** @type {string | null} */
  let setAside = null;

  for (let attempt = 1; ; attempt++) {
    const listening = port ?? (await freePort());
    const config = join(dataDir, "redis.conf");
    writeFileSync(config, configuration({ dataDir, port: listening, password, durable }), { mode: 0o600 });
    const log = openLog(logFile);
    const env = { ...process.env, ...binary.env };
    const server = launch(binary.command, [config], { cwd: dataDir, env, stdio: ["ignore", log.fd, log.fd] });
    log.close();
    if (await isReady(listening, password, server.exit)) {
      return {
        url: `redis://:${password}@127.0.0.1:${listening}`,
        port: listening,
        pid: server.child.pid ?? 0,
        version: binary.version,
        origin: binary.origin,
        created,
        setAside,
        exited: server.exit,
        stop: ({ immediate = false } = {}) => end(server, { graceMs: immediate ? 1_000 : SHUTDOWN_MS }),
      };
    }
    const said = log.read();
    if (port === undefined && attempt < 3 && said.includes("Address already in use")) continue;
    setAside ??= setAsideUnreadable(dataDir, said);
    if (setAside !== null && attempt < 3) continue;
    const reason =
      /# (?:Fatal|Bad|\*\*\*|Error|Can't|Failed|Unable).*/.exec(said)?.[0].slice(2) ?? said.trim().split("\n").at(-1);
    throw new Problem(`Redis could not start in ${dataDir}: ${reason || "it gave no reason"}; see ${logFile}.`);
  }
}

/** @param {{ dataDir: string, port: number, password: string, durable: boolean }} options */
function configuration({ dataDir, port, password, durable }) {
  return `bind 127.0.0.1
port ${port}
protected-mode yes
requirepass ${password}
dir ${JSON.stringify(dataDir)}
daemonize no
appendonly ${durable ? "yes" : "no"}
appendfsync everysec
save ""
maxmemory-policy noeviction
`;
}

/**
 * Redis holds only bells here, which the sweep rings again, so a damaged file is no reason not to start.
 * @param {string} dataDir
 * @param {string} said
 */
function setAsideUnreadable(dataDir, said) {
  if (!/append only file|AOF|appendonly|RDB/i.test(said)) return null;
  const aside = join(dataDir, `unreadable-${Date.now()}`);
  const found = ["appendonlydir", "appendonly.aof"].map((name) => join(dataDir, name)).find((path) => existsSync(path));
  if (!found) return null;
  renameSync(found, aside);
  return aside;
}

/**
 * @param {number} port
 * @param {string} password
 * @param {Promise<unknown>} exit
 * @returns {Promise<boolean>} false when it has exited instead
 */
async function isReady(port, password, exit) {
  let exited = false;
  void exit.then(() => (exited = true));
  while (!exited) {
    if (await answersPing(port, password)) return true;
    await delay(10);
  }
  return false;
}

function sharedPackageDir() {
  return join(resolve(root, process.env.DATA_DIR || ".data"), "redis-package");
}
