/** Deliveries as CSV (RFC 4180), safe to open in a spreadsheet. */
import type { Delivery } from "./delivery";

const COLUMNS = [
  "id",
  "createdAt",
  "status",
  "eventType",
  "webhookTitle",
  "responseCode",
  "error",
  "durationMs",
  "attemptCount",
  "lastAttemptAt",
  "nextAttemptAt",
  "finishedAt",
  "cause",
  "eventId",
  "webhookId",
] as const satisfies readonly (keyof Delivery)[];

const EOL = "\r\n";

export const CSV_HEADING = COLUMNS.join(",") + EOL;

export const csvLine = (delivery: Delivery): string => COLUMNS.map((name) => cell(delivery[name])).join(",") + EOL;

/** What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
