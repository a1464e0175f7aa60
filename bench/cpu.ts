/** CPU seconds of processes, from /proc. */
import { readdirSync, readFileSync } from "node:fs";

/** clock ticks a second: USER_HZ, 100 on every Linux */
const TICKS = 100;

interface Process {
  pid: number;
  parent: number;
  seconds: number;
  command: string;
}

/** What the descendants of a process whose command line, or title, matches have used; those that ended count on in their parents. */
export function cpuSecondsBelow(ancestor: number, pattern: RegExp): number {
  const processes = readProcesses();
  const below = new Set([ancestor]);
  // A child may have a smaller pid than its parent, once numbers have wrapped.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  return processes
    .filter(({ pid, command }) => pid !== ancestor && below.has(pid) && pattern.test(command))
    .reduce((sum, { seconds }) => sum + seconds, 0);
}

function readProcesses(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      const [parent = 0] = fields.slice(1);
      const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), parent, seconds: ticks / TICKS, command }];
    } catch {
      // It has ended since the folder was read.
      return [];
    }
  });
}
