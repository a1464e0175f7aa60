/** The one table a bench prints: a row a measurement, beside it what each part has used. */
import { PART_NAMES, type Part, type Usage } from "./processes";

export interface Row {
  name: string;
  perSecond?: number;
  /** To bare POSTs of the same run. */
  ratio?: number;
  /** Milliseconds. */
  latency?: { p50: number; p95: number; p99: number };
  usage?: Record<Part, Usage>;
  note?: string;
}

const HEAD = ["", "per s", "ratio", "p50 ms", "p95", "p99", `CPU s ${PART_NAMES.join(" / ")}`, "peak MB", ""];
const WIDTHS = [34, 9, 7, 8, 7, 7, 36, 22, 0];

export function printHead(title: string): void {
  console.log(`\n${title}\n\n${line(HEAD)}`);
}

export function printRow({ name, perSecond, ratio, latency, usage, note = "" }: Row): void {
  const each = (value: (usage: Usage) => string) =>
    usage ? PART_NAMES.map((part) => value(usage[part])).join(" / ") : "";
  console.log(
    line([
      name,
      perSecond === undefined ? "" : Math.round(perSecond).toLocaleString("en"),
      ratio?.toFixed(2) ?? "",
      ...(["p50", "p95", "p99"] as const).map((p) => latency?.[p].toFixed(1) ?? ""),
      each(({ cpuSeconds }) => cpuSeconds.toFixed(1)),
      each(({ peakMb }) => peakMb.toFixed(0)),
      note,
    ]),
  );
}

const line = (cells: string[]) =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : `  ${cell.padStart((WIDTHS[index] ?? 2) - 2)}`))
    .join("")
    .trimEnd();

export function percentiles(values: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number) => sorted[Math.max(Math.ceil((sorted.length * p) / 100) - 1, 0)] ?? Number.NaN;
  return { p50: at(50), p95: at(95), p99: at(99) };
}
