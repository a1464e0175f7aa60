/** Sees to it that what a killed launcher left running is gone before its work is done anew. */
import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "./process-identity.mjs";

/** By then each has noticed by itself that its launcher is gone, unless it hangs. */
const GRACE_MS = 3_000;

/** @param {import("./process-identity.mjs").ProcessIdentity[]} survivors */
export async function awaitSurvivors(survivors) {
  signalEach(survivors, "SIGTERM");
  const deadline = Date.now() + GRACE_MS;
  while (survivors.some(isAlive)) {
    if (Date.now() > deadline) signalEach(survivors, "SIGKILL");
    await delay(50);
  }
}

/**
 * @param {import("./process-identity.mjs").ProcessIdentity[]} identities
 * @param {NodeJS.Signals} signal
 */
function signalEach(identities, signal) {
  for (const identity of identities) {
    if (!isAlive(identity)) continue;
    try {
      process.kill(-identity.pid, signal);
    } catch {
      // Gone meanwhile.
    }
  }
}
