/** Builds the web app, the worker and the preparation step; a stamp in dist/ says from which sources. */
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { endAll, finish, launch, launchNode } from "./child-processes.mjs";
import { Problem } from "./problem.mjs";
import { sourceHash } from "./source-hash.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(root, "dist", ".build-hash");
const PRODUCTS = [
  STAMP,
  ...["dist/web.mjs", "dist/worker.mjs", "dist/prepare.mjs", ".next/BUILD_ID"].map((file) => join(root, file)),
];
const SHOWN_LINES = 60;

/** @typedef {{ onLine?: (line: string) => void, env?: import("./child-processes.mjs").Environment, record?: (pid: number | undefined) => void }} BuildOptions */

export function isBuilt() {
  return PRODUCTS.every((file) => existsSync(file)) && readFileSync(STAMP, "utf8") === sourceHash(root);
}

/**
 * @param {BuildOptions} [options] `onLine` hears of each part as it is done
 * @throws {Problem} with the failing tool's output
 */
export async function build({ onLine = () => undefined, env = process.env, record = () => undefined } = {}) {
  const hash = sourceHash(root);
  rmSync(STAMP, { force: true });
  const toolEnv = { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  /** @type {(name: string, start: () => import("./child-processes.mjs").Launched) => Promise<void>} */
  const part = async (name, start) => {
    const began = Date.now();
    const launched = start();
    record(launched.child.pid);
    const { code, output } = await finish(launched);
    if (code !== 0) throw new Problem(`The build failed in "${name}"; what it said is above.`, relevant(output));
    onLine(`${name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  const node = { cwd: root, env: toolEnv };
  await part("prisma generate", () => launchNode([join(root, "scripts/generate.mjs")], node));
  await Promise.all([
    part("next build", () => launchNode([join(root, "node_modules/next/dist/bin/next"), "build"], node)),
    part("esbuild", () => launch(join(root, "node_modules/esbuild/bin/esbuild"), bundleArguments(), node)),
  ]);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(STAMP, hash);
}

function bundleArguments() {
  const entries = ["web=web/index.ts", "worker=workers/index.ts", "prepare=scripts/prepare.ts"];
  const shape = [
    "--bundle",
    "--format=esm",
    "--platform=node",
    "--target=node20",
    "--packages=external",
    "--sourcemap",
  ];
  return [...entries, ...shape, "--outdir=dist", "--out-extension:.js=.mjs", "--log-level=warning", "--color=false"];
}

/** @param {string} output */
function relevant(output) {
  const lines = stripVTControlCharacters(output).trimEnd().split("\n");
  return lines.slice(-SHOWN_LINES).join("\n");
}

async function runAsCommand() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => void endAll().then(() => process.exit(130)));
  }
  try {
    await build({ onLine: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await endAll();
    if (error.output) console.error(error.output);
    console.error(error.message);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await runAsCommand();
