/** Makes the data folder with its one database completely or not at all, and refuses one that this Postgres can't open. */
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { finish, launch } from "../child-processes.mjs";
import { Problem } from "../problem.mjs";

/** Role and database bear the same name. */
export const DATABASE = "webhooks";

/**
 * @typedef {object} ClusterOptions
 * @property {string} cluster the data folder
 * @property {string} passwordFile
 * @property {import("./postgres-user.mjs").RunAs} runAs
 * @property {{ initdb: string, postgres: string }} binaries
 * @property {boolean} durable
 */

/**
 * @param {ClusterOptions} options
 * @returns {Promise<void>}
 */
export async function createCluster({ cluster, passwordFile, runAs, binaries, durable }) {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const init = [`--pgdata=${draft}`, `--username=${DATABASE}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  await must(runAs, binaries.initdb, [
    ...init,
    ...locale,
    "--no-instructions",
    durable ? "--sync-method=fsync" : "--no-sync",
  ]);
  const single = ["--single", "-D", draft, ...(durable ? [] : ["-F"]), "postgres"];
  await must(runAs, binaries.postgres, single, `CREATE DATABASE ${DATABASE}\n`);
  renameSync(draft, cluster);
}

/**
 * @param {string} cluster exists
 * @param {string} version of our Postgres
 */
export function checkCluster(cluster, version) {
  const file = join(cluster, "PG_VERSION");
  const advice =
    "restore it from a backup, or move it away (or set DATA_DIR to another folder) to begin with an empty one";
  const made = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (!/^\d+(\.\d+)?$/.test(made)) throw new Problem(`${cluster} is not a whole Postgres data folder; ${advice}.`);
  if (made !== version.split(".")[0]) {
    throw new Problem(
      `${cluster} was made by PostgreSQL ${made} and this is ${version}; dump and reload it with PostgreSQL ${made}, or move it away (or set DATA_DIR to another folder) to begin with an empty one.`,
    );
  }
}

/**
 * @param {import("./postgres-user.mjs").RunAs} runAs
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input]
 */
async function must({ prefix, owner }, command, args, input) {
  const [program = command, ...rest] = [...prefix, command, ...args];
  const { code, output } = await finish(
    launch(program, rest, { ...owner, cwd: "/", env: serverEnvironment(), stdio: ["pipe", "pipe", "pipe"] }),
    input ?? "",
  );
  // A single-user session exits with 0 whatever became of its statement.
  if (code === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(output)) return;
  const reason = /(?:error|ERROR|FATAL|PANIC): +(.*)/.exec(output)?.[1] ?? output.trim().split("\n").at(-1);
  throw new Problem(`Postgres could not make its data folder: ${reason}; check that DATA_DIR is on a disk with room.`);
}

/** Whatever PGDATA, PGPORT and their like say is meant for another Postgres. */
export function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}
