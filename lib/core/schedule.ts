import type { Translate } from "./messages/translate";

/** Spans of time in words: "5 s", "2 min 35 s", "1 h". */
export function formatSeconds(total: number): string {
  const units: [label: string, seconds: number][] = [
    ["d", 86_400],
    ["h", 3600],
    ["min", 60],
    ["s", 1],
  ];
  const parts: string[] = [];
  let rest = total;
  for (const [label, seconds] of units) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(`${count} ${label}`);
  }
  return parts.join(" ") || "0 s";
}

/** "Up to 4 attempts, the last one 2 min 35 s after the event." */
export function describeSchedule(t: Translate<"form">, delaysSeconds: readonly number[]): string {
  if (delaysSeconds.length === 0) return t("policy.oneAttempt");
  const span = formatSeconds(delaysSeconds.reduce((sum, seconds) => sum + seconds, 0));
  return t("policy.attempts", { count: delaysSeconds.length + 1, span });
}

const UNITS: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86_400 };

/**
 * Reads what `formatSeconds` writes, several with commas between: "5 s, 30 s, 1 h 30 min". A bare number is seconds.
 * @returns seconds, or undefined where the text is something else
 */
export function parseDelays(text: string): number[] | undefined {
  if (text.trim() === "") return [];
  const delays = text.split(",").map((span) => parseSpan(span.trim()));
  return delays.every((seconds) => seconds !== undefined) ? delays : undefined;
}

function parseSpan(span: string): number | undefined {
  if (/^\d+$/.test(span)) return Number(span);
  const parts = [...span.matchAll(/(\d+) *(s|min|h|d)(?:$| +)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== span) return undefined;
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? Number.NaN), 0);
}
