/** The documented receivers of docs/snippets, run as their readers run them. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { freePort } from "../../scripts/embedded/free-port.mjs";
import type { FormatName } from "../core/formats";
import { waitUntil } from "./wait";

/** Java and Go compile first, on a busy machine. */
const START_MS = 200_000;

interface Runtime {
  extension: string;
  /** Says that the interpreter is there. */
  probe: [program: string, ...args: string[]];
  command: (file: string, port: number) => [program: string, ...args: string[]];
}

export const RUNTIMES = {
  node: { extension: "mjs", probe: ["node", "--version"], command: (file) => ["node", file] },
  python: { extension: "py", probe: ["python3", "--version"], command: (file) => ["python3", file] },
  php: { extension: "php", probe: ["php", "-v"], command: (file, port) => ["php", "-S", `127.0.0.1:${port}`, file] },
  go: { extension: "go", probe: ["go", "version"], command: (file) => ["go", "run", file] },
  ruby: {
    extension: "ru",
    probe: ["ruby", "--version"],
    command: (file) => ["ruby", path.resolve("lib/testing/rack.rb"), file],
  },
  java: { extension: "java", probe: ["java", "-version"], command: (file) => ["java", file] },
} as const satisfies Record<string, Runtime>;

export type RuntimeName = keyof typeof RUNTIMES;
export const RUNTIME_NAMES = Object.keys(RUNTIMES) as RuntimeName[];

/** Whether this machine can run the language at all. */
export function isInstalled(language: RuntimeName): boolean {
  const [program, ...args] = RUNTIMES[language].probe;
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

export interface RunningSnippet {
  url: string;
  printed: () => string;
  stop: () => Promise<void>;
}

/** @param env WEBHOOK_SECRET, or WEBHOOK_AUTHORIZATION. Resolves when it listens. */
export async function startSnippet(
  language: RuntimeName,
  format: FormatName,
  env: Record<string, string>,
): Promise<RunningSnippet> {
  const { extension, command } = RUNTIMES[language];
  const port = await freePort();
  const [program, ...args] = command(path.resolve(`docs/snippets/${language}/${format}.${extension}`), port);
  const child = spawn(program, args, {
    // No proxy and no toolchain download: the standard library has to do. Its own group, as `go run` starts a child.
    env: { ...process.env, GOPROXY: "off", GOTOOLCHAIN: "local", GO111MODULE: "off", ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  const stop = () => endGroup(child);
  const isUp = async () => child.exitCode !== null || (await accepts(port));
  await waitUntil(`${language} listens`, isUp, START_MS).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (child.exitCode !== null) throw new Error(`${language} ended:\n${printed}`);
  return { url: `http://127.0.0.1:${port}/webhook`, printed: () => printed, stop };
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, "SIGKILL");
  await waitUntil("the snippet ends", () => child.exitCode !== null || child.signalCode !== null, 10_000);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket.destroy() !== undefined));
    socket.on("error", () => resolve(false));
  });
}
