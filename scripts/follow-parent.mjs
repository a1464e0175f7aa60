/** Preloaded into what the launcher starts: such a process never outlives the launcher. */
import { isMainThread } from "node:worker_threads";

const HARD_EXIT_MS = 10_000;

// Node hands `--import` on to forks and threads; only the launcher's own child may take part.
if (isMainThread && process.channel && process.env.LAUNCHER_PID === String(process.ppid)) {
  process.on("disconnect", () => {
    signalGroup("SIGTERM");
    setTimeout(() => signalGroup("SIGKILL"), HARD_EXIT_MS).unref();
  });
  process.channel.unref();
}

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}
