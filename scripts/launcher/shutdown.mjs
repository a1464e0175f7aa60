/** Ends everything once, in order and completely, whatever the reason, and then this process. */
import { endAll, launchNoMore } from "../child-processes.mjs";
import { Problem } from "../problem.mjs";

/** Long enough for a delivery in flight to end and be recorded. */
const WORKER_GRACE_MS = 25_000;
/** A request is answered well within this; what is left are live streams, which never end by themselves. */
const WEB_GRACE_MS = 5_000;
/** npm passes a Ctrl-C on that the terminal has delivered already. */
const SAME_SIGNAL_MS = 500;

/**
 * @typedef {object} Running filled as things come up
 * @property {import("./service.mjs").Service} [web]
 * @property {import("./service.mjs").Service} [worker]
 * @property {import("./embedded-server.mjs").Stoppable} [postgres]
 * @property {import("./embedded-server.mjs").Stoppable} [redis]
 * @property {() => void} [releaseLock]
 */

/**
 * @param {import("./screen.mjs").Screen} screen
 * @param {Running} running
 * @returns {{ fail: (error: unknown) => void }}
 */
export function createShutdown(screen, running) {
  /** @type {number | undefined} */
  let beganAt;

  /** @param {number} exitCode */
  const begin = async (exitCode) => {
    beganAt = Date.now();
    launchNoMore();
    await Promise.all([running.web?.stop(WEB_GRACE_MS), running.worker?.stop(WORKER_GRACE_MS)]);
    await running.postgres?.stop();
    await running.redis?.stop();
    await endAll();
    running.releaseLock?.();
    if (exitCode === 0) screen.line("  Stopped.");
    process.exit(exitCode);
  };

  const onSignal = () => {
    if (beganAt === undefined) {
      screen.close();
      screen.line("  Stopping… (once more to hurry)");
      void begin(0);
    } else if (Date.now() - beganAt > SAME_SIGNAL_MS) {
      for (const service of [running.web, running.worker]) service?.kill();
      for (const server of [running.postgres, running.redis]) void server?.stop({ immediate: true });
    }
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);

  /** @param {unknown} error */
  const fail = (error) => {
    // What is being ended complains; that is no news.
    if (beganAt !== undefined) return;
    screen.close();
    if (error instanceof Problem && error.output) console.error(error.output);
    console.error(error instanceof Problem ? error.message : `Something unforeseen: ${describe(error)}`);
    void begin(1);
  };
  process.on("uncaughtException", fail);
  process.stderr.on("error", () => undefined);
  return { fail };
}

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG ? (error.stack ?? error.message) : `${error.message} (DEBUG=1 npm start shows where)`;
}
