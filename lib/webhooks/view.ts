/** A webhook's row as the API gives it. Secrets have no way through here. */
import type { HeaderPairs } from "../core/attempt";
import { maskAuthorization } from "../core/authorization";
import { autoDisableSchema, type AutoDisable } from "../core/auto-disable-schema";
import type { Filter } from "../core/filter";
import type { Health } from "../core/health-schema";
import { encodeId } from "../core/ids";
import { FORMAT_NAMES, type FormatName } from "../core/formats";
import { RETRY_PRESETS, type RetryPolicy, type RetryPreset } from "../core/retry";
import { WEBHOOK_STATUSES, type Webhook, type WebhookStatus } from "../core/webhook";
import { etagOf } from "./etag";
import type { Webhook as WebhookRow, WebhookHealth } from "../../prisma/client/client";

export type WebhookWithHealth = WebhookRow & { health: WebhookHealth | null };

export function viewWebhook(row: WebhookWithHealth, health: Health): Webhook {
  const policy = retryPolicyOf(row);
  const alsoSign = alsoSignOf(row);
  return {
    id: encodeId("webhook", row.id),
    number: row.number,
    title: row.title,
    url: row.url,
    format: formatOf(row),
    events: row.events,
    status: statusOf(row),
    disabledReason: row.disabledReason,
    disabledAt: iso(row.disabledAt),
    retry: policy.preset ? { preset: policy.preset } : { delaysSeconds: [...policy.delaysSeconds] },
    timeoutMs: row.timeoutMs,
    concurrency: row.concurrency,
    hasAuthorization: row.authorizationValue !== null,
    headers: Object.fromEntries(maskAuthorization(headersOf(row))),
    alsoSign: alsoSign ? { format: alsoSign.format, until: alsoSign.until.toISOString() } : null,
    ratePerSecond: row.ratePerSecond,
    orderBy: row.orderBy,
    filter: row.filter as Filter | null,
    autoDisable: storedAutoDisable(row.autoDisable),
    autoRecover: row.autoRecover,
    hits: Number(row.health?.hits ?? 0),
    lastHitAt: iso(row.health?.lastHitAt),
    health,
    secretRotatedAt: iso(row.secretRotatedAt),
    previousSecretUntil: iso(row.previousSecretUntil),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row),
  };
}

export const formatOf = ({ format }: Pick<WebhookRow, "format">): FormatName => knownOr(FORMAT_NAMES, format);

export const statusOf = ({ status }: Pick<WebhookRow, "status">): WebhookStatus => knownOr(WEBHOOK_STATUSES, status);

/** Of a webhook or an account. */
export const storedAutoDisable = (column: unknown): AutoDisable | null => autoDisableSchema.nullable().parse(column);

export function retryPolicyOf(row: Pick<WebhookRow, "retryPreset" | "retryDelaysSeconds">): RetryPolicy {
  const preset = (Object.keys(RETRY_PRESETS) as RetryPreset[]).find((name) => name === row.retryPreset) ?? null;
  return { preset, delaysSeconds: row.retryDelaysSeconds };
}

/** Migration mode, while it lasts: it ends by itself. */
export function alsoSignOf(row: Pick<WebhookRow, "alsoSignFormat" | "alsoSignUntil">) {
  const { alsoSignFormat, alsoSignUntil: until } = row;
  if (!alsoSignFormat || !until || until <= new Date()) return undefined;
  return { format: knownOr(FORMAT_NAMES, alsoSignFormat), until };
}

/** The extra headers as they are stored: an Authorization's value is sealed. */
export const headersOf = (row: Pick<WebhookRow, "headers">) => row.headers as HeaderPairs;

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** @throws where the column holds what this version doesn't know: a newer version wrote it */
function knownOr<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((name) => name === value);
  if (!found) throw new Error(`${value} is none of ${known.join(", ")}`);
  return found;
}
