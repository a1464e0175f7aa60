/** What the processes of a bench have used, from /proc: CPU seconds and memory. */
import { readdirSync, readFileSync } from "node:fs";

/** clock ticks a second: USER_HZ, 100 on every Linux */
const TICKS_PER_SECOND = 100;
const SAMPLE_EVERY_MS = 1_000;

/** By the command line, or the title that took its place. */
const PARTS = {
  web: /dist\/web\.mjs|^next-server/,
  worker: /dist\/worker\.mjs/,
  postgres: /postgres/,
  redis: /redis|valkey/,
} as const;

export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

export interface Usage {
  cpuSeconds: number;
  /** Memory that is shared counts once. */
  peakMb: number;
}

export interface Meter {
  /** What was used since the meter was started. */
  stop(): Record<Part, Usage>;
}

interface Process {
  pid: number;
  parent: number;
  cpuSeconds: number;
  command: string;
}

/** Watches everything that descends from this process. */
export function startMeter(): Meter {
  const began = sample();
  const last = new Map(began.map((its) => [its.pid, its]));
  const peaks = new Map<Part, number>();
  const look = () => {
    const now = sample();
    for (const its of now) last.set(its.pid, its);
    for (const part of PART_NAMES) {
      const mb = now.filter((its) => its.part === part).reduce((sum, { pid }) => sum + memoryMb(pid), 0);
      peaks.set(part, Math.max(peaks.get(part) ?? 0, mb));
    }
  };
  look();
  const timer = setInterval(look, SAMPLE_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      const before = new Map(began.map(({ pid, cpuSeconds }) => [pid, cpuSeconds]));
      const usageOf = (part: Part): Usage => ({
        cpuSeconds: [...last.values()]
          .filter((its) => its.part === part)
          .reduce((sum, { pid, cpuSeconds }) => sum + cpuSeconds - (before.get(pid) ?? 0), 0),
        peakMb: peaks.get(part) ?? 0,
      });
      return Object.fromEntries(PART_NAMES.map((part) => [part, usageOf(part)])) as Record<Part, Usage>;
    },
  };
}

function sample(): (Process & { part: Part })[] {
  const processes = readProcesses();
  const ours = new Set([process.pid]);
  // A child may have a smaller pid than its parent, once numbers have wrapped.
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return processes.flatMap((its) => {
    const part = PART_NAMES.find((name) => PARTS[name].test(its.command));
    return part && its.pid !== process.pid && ours.has(its.pid) ? [{ ...its, part }] : [];
  });
}

function readProcesses(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : "";
    if (!stat) return [];
    // From the state on; the name before it may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const [utime = 0, stime = 0] = fields.slice(11, 13);
    const command = read(`/proc/${name}/cmdline`).replaceAll("\0", " ");
    return [{ pid: Number(name), parent, cpuSeconds: (utime + stime) / TICKS_PER_SECOND, command }];
  });
}

function memoryMb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

/** Empty for a process that has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
