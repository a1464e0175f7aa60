/** What processes and their children have used, from /proc: CPU seconds and memory. */
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;
const SAMPLE_EVERY_MS = 250;

export interface Usage {
  cpuSeconds: number;
  /** Proportional set size, so that Postgres's shared memory counts once. */
  peakMb: number;
}

export interface Meter {
  /** What was used since the meter was started; CPU of children that have ended counts too. */
  stop(): Record<string, Usage>;
}

/** @param roots name → pid; what descends from a pid counts as its own */
export function startMeter(roots: Record<string, number>): Meter {
  const before = new Map(Object.entries(roots).map(([name, pid]) => [name, cpuOf(pid)]));
  const peaks = new Map<string, number>();
  const sample = () => {
    for (const [name, pid] of Object.entries(roots)) {
      peaks.set(name, Math.max(peaks.get(name) ?? 0, memoryOf(pid)));
    }
  };
  sample();
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      sample();
      return Object.fromEntries(
        Object.entries(roots).map(([name, pid]) => [
          name,
          { cpuSeconds: cpuOf(pid) - (before.get(name) ?? 0), peakMb: peaks.get(name) ?? 0 },
        ]),
      );
    },
  };
}

/** Seconds of the whole tree, of ended children as well. */
function cpuOf(pid: number): number {
  const own = stat(pid);
  // utime, stime, and those of children that were waited for.
  const ticks = own.slice(11, 15).reduce((sum, value) => sum + Number(value), 0);
  return ticks / TICKS_PER_SECOND + childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), 0);
}

function memoryOf(pid: number): number {
  const kb = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return kb / 1024 + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
}

function childrenOf(pid: number): number[] {
  const tasks = listing(`/proc/${pid}/task`);
  return tasks.flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`)
      .split(" ")
      .flatMap((text) => (text.trim() ? [Number(text)] : [])),
  );
}

/** Fields of /proc/pid/stat from the state on; the name before it may hold anything. */
function stat(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function listing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It has ended.
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
