/** Plays one fault on a scene of its own, within its time, and leaves nothing behind. */
import { rmSync } from "node:fs";
import path from "node:path";
import type { Check, Fault, Size } from "./fault";
import type { Sabotaged } from "./sabotage";
import { startScene } from "./scene";

export interface Outcome {
  checks: Check[];
  /** What it broke off with. */
  error?: unknown;
  passed: boolean;
  seconds: number;
  logs: string;
}

export async function play(fault: Fault, size: Size, sabotaged?: Sabotaged): Promise<Outcome> {
  const logs = path.join("test-results", "chaos", fault.id);
  rmSync(logs, { recursive: true, force: true });
  const began = performance.now();
  const outcome = (rest: Pick<Outcome, "checks" | "error" | "passed">) => ({
    ...rest,
    seconds: (performance.now() - began) / 1000,
    logs,
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const say = () => reject(new Error(`broken off after ${fault.withinMs / 1000} s`));
    timer = setTimeout(say, fault.withinMs);
  });
  // While the scene is being set, nobody listens to it.
  tooLong.catch(() => undefined);
  try {
    const scene = await startScene({ logs, sabotaged });
    try {
      const checks = await Promise.race([fault.run(scene, size), tooLong]);
      return outcome({ checks, passed: checks.every(({ holds }) => holds) });
    } finally {
      await scene.stop();
    }
  } catch (error) {
    return outcome({ checks: [], error, passed: false });
  } finally {
    clearTimeout(timer);
  }
}
