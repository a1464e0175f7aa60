/** Makes a product without one of its protections, beside the real one, which it leaves alone. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { Sabotage } from "./sabotages";

const FOLDER = path.join("dist", "chaos");

export interface Sabotaged {
  workerBundle?: string;
  /** The folder with the web process's build. */
  webFolder?: string;
  sql?: string | undefined;
}

/** @throws where a protection is no longer found where the sabotage looks for it */
export async function sabotaged({ fault, name, worker, web, sql }: Sabotage): Promise<Sabotaged> {
  const folder = path.join(FOLDER, `${fault}-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    sql,
    ...(worker ? { workerBundle: await bundleWorker(worker, path.join(folder, "worker.mjs")) } : {}),
    ...(web ? { webFolder: copyWeb(web, folder) } : {}),
  };
}

async function bundleWorker(edits: NonNullable<Sabotage["worker"]>, outfile: string): Promise<string> {
  const pending = new Set(edits);
  await build({
    entryPoints: ["workers/index.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "sabotage",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const own = edits.filter((edit) => path.resolve(edit.file) === file);
            if (own.length === 0) return undefined;
            const contents = own.reduce(
              (text, edit) => {
                pending.delete(edit);
                return replaced(text, edit.search, edit.replacement, edit.file);
              },
              readFileSync(file, "utf8"),
            );
            return { contents, loader: "ts" };
          }),
      },
    ],
  });
  for (const { file } of pending) throw new Error(`the worker doesn't use ${file} any more`);
  return outfile;
}

/** Next's build takes long, so its copy is changed where it was minified. */
function copyWeb(edits: NonNullable<Sabotage["web"]>, folder: string): string {
  cpSync("next.config.js", path.join(folder, "next.config.js"));
  cpSync(".next", path.join(folder, ".next"), {
    recursive: true,
    filter: (source) => !source.startsWith(path.join(".next", "cache")),
  });
  const chunks = path.join(folder, ".next", "server", "chunks");
  const files = readdirSync(chunks)
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(chunks, name));
  for (const { search, replacement } of edits) {
    const found = files.filter((file) => search.test(readFileSync(file, "utf8")));
    if (found.length === 0) throw new Error(`no chunk of the web process holds ${search}`);
    for (const file of found) writeFileSync(file, replaced(readFileSync(file, "utf8"), search, replacement, file));
  }
  return folder;
}

function replaced(text: string, search: string | RegExp, replacement: string, file: string): string {
  const isFound = typeof search === "string" ? text.split(search).length === 2 : search.test(text);
  if (!isFound) throw new Error(`${file} doesn't hold this once: ${search}`);
  return typeof search === "string" ? text.split(search).join(replacement) : text.replace(search, replacement);
}
