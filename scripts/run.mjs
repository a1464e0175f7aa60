/** Runs one part of the built product in this process, with the variables of .env where there is one. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PARTS = { web: "../dist/web.mjs", worker: "../dist/worker.mjs", migrate: "../dist/prepare.mjs" };

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (existsSync(".env")) process.loadEnvFile(".env");
const part = process.argv[2] ?? "";
if (!(part in PARTS) || !existsSync("dist/prepare.mjs")) {
  console.error(part in PARTS ? "Nothing is built yet; run: npm run build" : "Usage: run.mjs web | worker | migrate");
  process.exit(1);
}
// What is built is built for production; React asks for it when it is loaded.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" });
await import(PARTS[/** @type {keyof typeof PARTS} */ (part)]);
