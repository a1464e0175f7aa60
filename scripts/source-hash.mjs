/** One hash over everything a build is made from, so that a build is repeated when, and only when, something changed. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const FOLDERS = ["app", "components", "docs/snippets", "lib", "prisma", "public", "web", "workers"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "scripts/prepare.ts", "scripts/build.mjs"];
const ROOT_FILES = /\.config\.[cm]?[jt]s$|^(middleware|proxy|instrumentation|instrumentation-client)\.[jt]sx?$/;
const GENERATED = ["prisma/client"];
const NOT_BUILT = /\.(test|spec)\.[cm]?[jt]sx?$/;

/**
 * @param {string} root
 * @returns {string}
 */
export function sourceHash(root) {
  const atRoot = readdirSync(root).filter((name) => ROOT_FILES.test(name));
  const files = [...FILES, ...atRoot, ...FOLDERS.flatMap((folder) => filesIn(root, folder))].filter((file) =>
    existsSync(join(root, file)),
  );
  // Next bakes NEXT_PUBLIC_ variables into the pages.
  const baked = Object.entries(process.env).filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${JSON.stringify(baked.sort())}`);
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths from the root
 */
function filesIn(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !GENERATED.some((generated) => file.startsWith(`${generated}/`)));
}
