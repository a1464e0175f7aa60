/** The web process: publishing by the short way, everything else by Next.js. Stops cleanly on SIGTERM. */
import { fileURLToPath } from "node:url";
import next from "next";
import { closeDb } from "../lib/db";
import { ConfigError, env, EX_CONFIG } from "../lib/env";
import { closeQueue } from "../lib/queue";
import { closeRateLimits } from "../lib/rate-limits";
import { createFront } from "./front";

async function start(): Promise<void> {
  const { HOST: hostname, PORT: port } = env();
  const app = next({ dev: false, dir: fileURLToPath(new URL("..", import.meta.url)), hostname, port });
  await app.prepare();
  const server = createFront(app.getRequestHandler());

  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    await new Promise((resolve) => server.close(resolve));
    await app.close();
    closeRateLimits();
    await closeQueue();
    await closeDb();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

  server.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  server.listen(port, hostname);
}

try {
  await start();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(EX_CONFIG);
}
