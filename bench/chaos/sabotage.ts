/** Makes a product without one of its protections, beside the real one, which it leaves alone. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { Edit, Sabotage } from "./sabotages";

/** Bundles, and a statement for the database. */
export interface Sabotaged {
  worker?: string;
  web?: string;
  sql?: string | undefined;
}

/** @throws where a protection is no longer found where the sabotage looks for it */
export async function sabotaged({ fault, name, worker, web, sql }: Sabotage): Promise<Sabotaged> {
  // Beside the real ones, as the web process looks for Next.js's part from where it stands.
  const outfile = (part: string) => path.join("dist", `${part}-${fault}-without-${name}.mjs`);
  return {
    sql,
    ...(worker ? { worker: await bundle("workers/index.ts", worker, outfile("worker")) } : {}),
    ...(web ? { web: await bundle("web/index.ts", web, outfile("web")) } : {}),
  };
}

async function bundle(entry: string, edits: readonly Edit[], outfile: string): Promise<string> {
  const pending = new Set(edits);
  await build({
    entryPoints: [entry],
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
            for (const edit of own) pending.delete(edit);
            return { contents: own.reduce(replaced, readFileSync(file, "utf8")), loader: "ts" };
          }),
      },
    ],
  });
  for (const { file } of pending) throw new Error(`${entry} doesn't use ${file} any more`);
  return outfile;
}

function replaced(text: string, { file, search, replacement }: Edit): string {
  const parts = text.split(search);
  if (parts.length !== 2) throw new Error(`${file} doesn't hold this once: ${search}`);
  return parts.join(replacement);
}
