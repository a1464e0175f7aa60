/** Runs a task again and again, never twice at once; a failure is logged and the next round is tried. */
import { log } from "../lib/log";

export interface Repeated {
  stop(): Promise<void>;
}

export function repeat(name: string, everyMs: number, task: () => Promise<void>): Repeated {
  let running = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const round = async () => {
    try {
      await task();
    } catch (error) {
      log.warn({ err: error, task: name }, "a periodic task failed; it runs again");
    }
    if (!isStopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => (running = round()), everyMs);
  };
  running = round();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
