/** Sees to it that the browser tests find a Chromium: the system's, or the distribution's package. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CANDIDATES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns {string | undefined} */
export function chromiumPath() {
  return CANDIDATES.find((path) => path && existsSync(path));
}

/** Installs it where none is found; ends the process with one clear line where that can't be done. */
export function ensureChromium() {
  if (chromiumPath()) return;
  console.log("── Chromium is missing; installing the distribution's package");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [program = "", ...args] = [...sudo, ...step];
    spawnSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (chromiumPath()) return;
  console.error("The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.");
  process.exit(1);
}
