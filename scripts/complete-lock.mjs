/**
 * Adds to package-lock.json the other platforms' optional packages that the registry at hand doesn't carry: without
 * their entries `npm ci` calls the lock file out of sync. Run it after `npm install`; it changes nothing that is there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], optionalDependencies?: Record<string, string> }} Entry */

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];
const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(file, "utf8"));
const wanted = Object.values(lock.packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}));
let added = 0;
for (const [name, version] of wanted) {
  const path = `node_modules/${name}`;
  const present = Object.keys(lock.packages).some((known) => known === path || known.endsWith(`/${path}`));
  if (present || !EXACT.test(version)) continue;
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  // What names no platform would be fetched here, and that is what can't be done.
  if (os.length === 0 && cpu.length === 0) continue;
  lock.packages[path] = { version, optional: true, ...(cpu.length ? { cpu } : {}), ...(os.length ? { os } : {}) };
  added++;
}
const byPath = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(byPath) }, null, 2)}\n`);
console.log(added === 0 ? "package-lock.json is complete." : `Added ${added} packages to package-lock.json.`);
