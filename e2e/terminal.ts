/** A shell in an empty folder, as the documentation's reader has it: commands follow on each other. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { waitUntil } from "../lib/testing/wait";

export interface Terminal {
  folder: string;
  /** Everything it has printed so far. */
  printed: () => string;
  /** Runs commands, until they have ended. @returns what was printed meanwhile, and the last one's exit code */
  run: (commands: string) => Promise<{ output: string; code: number }>;
  close: () => Promise<void>;
}

export async function openTerminal(env: Record<string, string>): Promise<Terminal> {
  const folder = await mkdtemp(path.join(tmpdir(), "terminal-"));
  // A command that is answered with an error fails, and shows the answer all the same.
  await writeFile(path.join(folder, ".curlrc"), "fail-with-body\n");
  const { PATH = "" } = process.env;
  const shell = spawn("bash", ["--norc"], {
    cwd: folder,
    env: { PATH, HOME: folder, NODE_ENV: "production", ...env },
    stdio: ["pipe", "pipe", "pipe"],
    // Its own group, so that what it started in the background ends with it.
    detached: true,
  });
  let printed = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  let runs = 0;
  return {
    folder,
    printed: () => printed,
    async run(commands) {
      const from = printed.length;
      const mark = `ended-${++runs}:`;
      shell.stdin.write(`${commands}\necho "${mark}$?"\n`);
      const ended = () => new RegExp(`${mark}(\\d+)`).exec(printed.slice(from));
      await waitUntil(`the commands end:\n${commands}`, () => ended() !== null, 20_000);
      return { output: printed.slice(from), code: Number(ended()?.[1]) };
    },
    async close() {
      if (shell.pid !== undefined) process.kill(-shell.pid, "SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
