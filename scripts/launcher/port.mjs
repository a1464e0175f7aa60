/** Finds out before the long work whether the web server will be able to listen. */
import { createServer } from "node:net";
import { Problem, codeOf } from "../problem.mjs";

/** @type {Record<string, (host: string, port: number) => string>} */
const REASONS = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is in use; stop what listens there, or choose another: PORT=${port + 1} npm start`,
  EACCES: (host, port) =>
    `Port ${port} needs more rights than this user has; choose one from 1024 up, such as PORT=3000.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for all of them.`,
};

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 * @throws {Problem}
 */
export async function assertPortFree(host, port) {
  const code = await listenError(host, port);
  if (!code) return;
  throw new Problem(
    REASONS[code]?.(host, port) ??
      `Can't listen on ${host}:${port} (${code}); set HOST and PORT to an address of this machine.`,
  );
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>}
 */
function listenError(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(codeOf(error) || error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
