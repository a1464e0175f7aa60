/** What a webhook's settings are at a moment, as one short text, so that nobody overwrites what they haven't seen. */
import { createHash } from "node:crypto";
import { AppError } from "../core/errors";
import type { Webhook as WebhookRow } from "../../prisma/client/client";

/** Changes with every setting, write-only ones included; not with hits, health or the secret. */
export function etagOf(row: WebhookRow): string {
  const settings = [
    ...[row.title, row.url, row.format, row.events, row.status, row.disabledReason],
    ...[row.retryPreset, row.retryDelaysSeconds, row.timeoutMs, row.concurrency, row.ratePerSecond, row.orderBy],
    ...[row.authorizationValue, row.headers, row.alsoSignFormat, row.alsoSignUntil, row.filter],
    ...[row.autoDisable, row.autoRecover],
  ];
  return `"${createHash("sha256").update(JSON.stringify(settings)).digest("base64url").slice(0, 22)}"`;
}

/**
 * @param ifMatch the header's value (RFC 9110, 13.1.1); undefined where there is none
 * @throws AppError precondition_failed where the settings are others than those that the client has seen
 */
export function refuseStale(row: WebhookRow, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === "*") return;
  if (ifMatch.split(",").some((etag) => etag.trim() === etagOf(row))) return;
  throw new AppError(
    "precondition_failed",
    "This webhook was changed since you read it. Read it again, then send your change with its new ETag.",
    { "If-Match": "Not the ETag of this webhook as it is now." },
  );
}
