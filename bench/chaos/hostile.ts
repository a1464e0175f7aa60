/** Receivers that mean harm, or are badly broken, in a process of their own. */
import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Hostile {
  name: string;
  /** Whether only the deadline ends it. */
  hangs: boolean;
  urlOn: (port: number) => string;
}

const at = (name: string, path: string, hangs: boolean): Hostile => ({
  name,
  hangs,
  urlOn: (port) => `http://127.0.0.1:${port}/${path}`,
});

export const HOSTILES: readonly Hostile[] = [
  at("silence", "silence", true),
  at("drip of 10 GB", "drip", true),
  at("endless 103", "interim", true),
  at("flood of 103", "interimFlood", false),
  at("endless headers", "headerFlood", false),
  at("endless body", "endless", false),
  at("bomb", "bomb", false),
  at("garbage", "garbage", false),
  at("999", "status999", false),
  { name: "stalled TLS", hangs: true, urlOn: (port) => `https://127.0.0.1:${port}/` },
];

export async function startHostiles(): Promise<{ port: number; close: () => void }> {
  const child = spawn(process.execPath, ["lib/testing/hostile-receiver.mjs"], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { port: Number(line.toString()), close: () => void child.kill() };
}
