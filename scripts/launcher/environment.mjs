/** Works out the variables the app gets: what was given wins, what is missing is derived or made once and kept. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { Problem, codeOf } from "../problem.mjs";
import { secretFile } from "../secret-file.mjs";

const WILDCARDS = ["0.0.0.0", "::", "[::]"];
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** @typedef {import("../child-processes.mjs").Environment} Given */

/**
 * @param {string} root the repository
 * @returns {Given} the process's environment over `.env`; an empty value counts as none
 */
export function givenEnvironment(root) {
  const filled = Object.entries({ ...dotEnv(join(root, ".env")), ...process.env }).filter(([, value]) => value !== "");
  return Object.fromEntries(filled);
}

/**
 * @param {Given} given
 * @param {string} root
 */
export function settings(given, root) {
  const host = given.HOST ?? "127.0.0.1";
  const port = Number(given.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT must be a whole number from 1 to 65535, not "${given.PORT}".`);
  }
  const local = LOOPBACK.test(host) || WILDCARDS.includes(host);
  const appUrl = given.APP_URL ?? `http://${local ? "localhost" : bracketed(host)}:${port}`;
  const reachable = WILDCARDS.includes(host) ? (host === "0.0.0.0" ? "127.0.0.1" : "[::1]") : bracketed(host);
  return {
    host: host.replace(/^\[|\]$/g, ""),
    port,
    appUrl,
    healthUrl: `http://${reachable}:${port}/api/health`,
    dataDir: resolve(root, given.DATA_DIR ?? ".data"),
    embedsPostgres: given.DATABASE_URL === undefined,
    embedsRedis: given.REDIS_URL === undefined,
  };
}

/**
 * @param {Given} given
 * @param {ReturnType<typeof settings>} its
 * @returns {Given} all but the addresses of embedded servers
 */
export function appEnvironment(given, its) {
  const { appUrl, dataDir, embedsPostgres, host, port } = its;
  return {
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    ...(embedsPostgres ? { DESTINATIONS: "local", ...keptSecrets(given, dataDir) } : {}),
    ...given,
    DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
    // A shell that says "development" or "test" would otherwise break the build and slow the server.
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/**
 * @param {Given} given
 * @param {string} dataDir
 */
function keptSecrets(given, dataDir) {
  const keysFile = join(dataDir, "secrets", "encryption-keys");
  if (!given.ENCRYPTION_KEYS && !existsSync(keysFile) && existsSync(join(dataDir, "postgres", "cluster"))) {
    throw new Problem(
      `The database in ${dataDir} exists but its key does not: set ENCRYPTION_KEYS as before, or restore ${keysFile}.`,
    );
  }
  return {
    AUTH_SECRET: given.AUTH_SECRET ?? secretFile(join(dataDir, "secrets", "auth-secret")),
    ENCRYPTION_KEYS: given.ENCRYPTION_KEYS ?? secretFile(keysFile, () => `k1:${randomBytes(32).toString("base64")}`),
  };
}

/** @param {string} file */
function dotEnv(file) {
  try {
    return parseEnv(readFileSync(file, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return {};
    throw new Problem(`${file} can't be read (${codeOf(error) || error}); correct it or take it away.`);
  }
}

/** @param {string} host */
function bracketed(host) {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
