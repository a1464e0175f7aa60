/** Runs one part of the built product in this process, with the variables of .env where there is one. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const PARTS = { web: "", worker: "../dist/worker.mjs", migrate: "../dist/prepare.mjs" };

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (existsSync(".env")) process.loadEnvFile(".env");
const part = process.argv[2] ?? "";
if (!(part in PARTS) || !existsSync("dist/prepare.mjs")) {
  console.error(part in PARTS ? "Nothing is built yet; run: npm run build" : "Usage: run.mjs web | worker | migrate");
  process.exit(1);
}
if (part === "web") {
  const { HOST = "", PORT = "" } = process.env;
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  process.argv.splice(1, process.argv.length, next, "start", "-H", HOST || "127.0.0.1", "-p", PORT || "3000");
  await import(next);
} else {
  await import(PARTS[/** @type {"worker" | "migrate"} */ (part)]);
}
