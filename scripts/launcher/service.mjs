/** Keeps one process of the app running: restarts it when it dies, with growing pauses, and ends it when asked. */
import { end, launchNode } from "../child-processes.mjs";
import { openLog } from "../embedded/server-log.mjs";
import { Problem } from "../problem.mjs";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const HEALTHY_AFTER_MS = 30_000;
/** sysexits.h: EX_CONFIG. A bad variable stays bad however often we try. */
const BAD_CONFIGURATION = 78;

/**
 * @typedef {object} ServiceOptions
 * @property {string} name
 * @property {string[]} args script and arguments
 * @property {string} cwd
 * @property {import("../child-processes.mjs").Environment} env
 * @property {string} logFile
 * @property {(pid: number | undefined) => void} onStart
 * @property {(line: string) => void} onLine told of every restart
 * @property {(problem: Problem) => void} onFatal told when restarting would not help
 */

/** @typedef {{ hasStarted: () => void, stop: (graceMs: number) => Promise<void>, kill: () => void }} Service */

/**
 * @param {ServiceOptions} options
 * @returns {Service} until `hasStarted` is called a death is fatal: what dies while starting would do so again
 */
export function startService({ name, args, cwd, env, logFile, onStart, onLine, onFatal }) {
  let started = false;
  let stopping = false;
  let pauseMs = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {import("../child-processes.mjs").Launched | undefined} */
  let current;

  const run = () => {
    const log = openLog(logFile);
    const began = Date.now();
    current = launchNode(args, { cwd, env, stdio: ["ignore", log.fd, log.fd] });
    log.close();
    onStart(current.child.pid);
    void current.exit.then(({ code, signal, error }) => {
      current = undefined;
      if (stopping) return;
      const how = error ? error.message : signal ? `killed by ${signal}` : `exit code ${code}`;
      // A signal comes from outside; what was logged before it explains nothing.
      const said = signal ? [] : lastWords(log.read());
      if (code === BAD_CONFIGURATION)
        return onFatal(new Problem(said.at(-1) ?? `${name} found a bad variable; see ${logFile}.`));
      if (!started) return onFatal(new Problem(`${name} could not start (${how}); see ${logFile}.${quoted(said)}`));
      const wasHealthy = Date.now() - began > HEALTHY_AFTER_MS;
      pauseMs = wasHealthy || pauseMs === 0 ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      onLine(
        `${name} stopped unexpectedly (${how}); started again in ${pauseMs / 1000} s, see ${logFile}${quoted(said)}`,
      );
      timer = setTimeout(run, pauseMs);
    });
  };
  run();

  return {
    hasStarted: () => void (started = true),
    async stop(graceMs) {
      stopping = true;
      clearTimeout(timer);
      if (current) await end(current, { graceMs });
    },
    kill: () => void (current && end(current, { signal: "SIGKILL", graceMs: 0 })),
  };
}

/** @param {string} log */
function lastWords(log) {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  // Log records are JSON; what a dying process says on stderr is not, and tells more.
  const plain = lines.filter((line) => !line.startsWith("{"));
  return (plain.length > 0 ? plain : lines).slice(-8);
}

/** @param {string[]} lines */
function quoted(lines) {
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join("");
}
