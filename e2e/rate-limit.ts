/** Whether a receiver got no more than it may in any one second, as seen from a machine that may be busy. */
import type { Received } from "../lib/testing/documented-receiver";
import { watchLateness } from "../lib/testing/lateness";

/**
 * Begins to watch. On a busy machine whoever sends and whoever counts are kept waiting, and what came in time is counted
 * together with what came later: by so much, twice, the second is shorter. Where nothing waits it is a second.
 * @returns a function that gives the most that were received within one
 */
export function watchSeconds(): (received: readonly Received[]) => number {
  const latenessMs = watchLateness();
  return (received) => {
    const windowMs = 1_000 - 2 * latenessMs();
    const at = received.map((one) => one.at);
    return Math.max(...at.map((first, index) => at.slice(index).filter((time) => time < first + windowMs).length));
  };
}
