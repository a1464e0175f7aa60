/** How late this process was: on a busy machine, what is measured in milliseconds is off by so much. */
import { monitorEventLoopDelay } from "node:perf_hooks";

const NS_PER_MS = 1e6;

/** Begins to watch. @returns a function that ends it and gives the longest that anything had to wait, in milliseconds */
export function watchLateness(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return () => {
    delay.disable();
    return delay.max / NS_PER_MS;
  };
}
