/** The parts of the two stacks: how deliveries stand, and what their latest attempt was answered. */
import type { DeliveryStatus } from "@/lib/core/delivery-status";
import type { OutcomeCounts } from "@/lib/core/outcomes";
import type { Look } from "./series";

interface Part {
  colour: string;
  look: Look;
}

/** What is wrong lies at the bottom, where its height is easiest to compare. */
export const STATUS_PARTS: readonly (Part & { key: DeliveryStatus })[] = [
  { key: "failed", colour: "var(--bad)", look: "stripes" },
  { key: "pending", colour: "var(--warn)", look: "dots" },
  { key: "held", colour: "var(--idle)", look: "lines" },
  { key: "cancelled", colour: "var(--idle)", look: "hollow" },
  { key: "succeeded", colour: "var(--ok)", look: "solid" },
];

export const UNANSWERED = "unanswered";

export const CODE_PARTS: readonly (Part & { key: string })[] = [
  { key: UNANSWERED, colour: "var(--ink-3)", look: "lines" },
  { key: "5xx", colour: "var(--bad)", look: "stripes" },
  { key: "4xx", colour: "var(--warn)", look: "dots" },
  { key: "3xx", colour: "var(--accent)", look: "grid" },
  { key: "2xx", colour: "var(--ok)", look: "solid" },
];

/** Of each part of the codes' stack, how many. */
export function codeCounts({ codes, unanswered }: OutcomeCounts): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [code, count] of Object.entries(codes)) {
    const key = `${code[0]}xx`;
    counts[key] = (counts[key] ?? 0) + count;
  }
  counts[UNANSWERED] = Object.values(unanswered).reduce((sum, count) => sum + count, 0);
  return counts;
}

/**
 * What the log is to be filtered by for exactly these.
 * @returns undefined where no filter means exactly these: the same error also came with a code
 */
export function codeFilter(counts: OutcomeCounts, key: string): { code?: string; error?: string } | undefined {
  if (key !== UNANSWERED)
    return {
      code: Object.keys(counts.codes)
        .filter((code) => code.startsWith(key[0] ?? ""))
        .join(","),
    };
  const errors = Object.entries(counts.unanswered);
  const isExact = errors.every(([error, count]) => counts.errors[error as keyof typeof counts.errors] === count);
  return isExact ? { error: errors.map(([error]) => error).join(",") } : undefined;
}
