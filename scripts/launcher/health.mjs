/** Waits until the web server answers its health check: that is when it is served. */
import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../problem.mjs";

const LIMIT_MS = 60_000;
const ANSWER_MS = 5_000;

/**
 * @param {string} url
 * @param {string} logFile
 */
export async function untilServed(url, logFile) {
  const deadline = Date.now() + LIMIT_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    const status = await statusOf(url);
    if (status === 200) return;
    last = status === null ? "no answer" : `status ${status}`;
    await delay(25);
  }
  throw new Problem(
    `The web server did not become healthy in ${LIMIT_MS / 1000} s (${url}: ${last}); see ${logFile} for the cause.`,
  );
}

/**
 * @param {string} url
 * @returns {Promise<number | null>}
 */
function statusOf(url) {
  return new Promise((resolve) => {
    // Not `fetch`: it keeps connections open, and the server would wait for them when it is to stop.
    const request = get(url, { agent: false, timeout: ANSWER_MS }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(null));
    request.once("close", () => resolve(null));
  });
}
