/** What was done to a webhook, or to its receiver, shortly before deliveries began to fail in one way. */
import type { Actor } from "../accounts/actor";
import type { FailureGroup, Grouped } from "../core/failure-groups";
import { encodeId } from "../core/ids";
import { pool } from "../db";
import type { WebhookWithHealth } from "./view";

type Began = NonNullable<FailureGroup["began"]>;

/** Longer before, it was hardly that. */
const WITHIN_MS = 3_600_000;
/** A change and the audit of it are one transaction; so are resuming and its audit. */
const SAME_MS = 2_000;

/** The latest change within the hour before each instant of $2. */
const CHANGES = `
SELECT began.position::int AS position, change.action, change.created_at AS at
FROM unnest($2::timestamptz[]) WITH ORDINALITY AS began (at, position) CROSS JOIN LATERAL (
  SELECT action, created_at FROM audit_entries
  WHERE account_id = $1 AND id >= uuid_v7_floor(began.at - interval '1 hour') AND id < uuid_v7_floor(began.at)
    AND target = $3 AND action IN ('webhook.updated', 'webhook.secret_rotated')
  ORDER BY id DESC LIMIT 1
) AS change`;

/** The certificate at the first failure, and at the success before it, among so many deliveries before. */
const CERTIFICATES = `
SELECT began.position::int AS position, success.at
FROM unnest($2::uuid[]) WITH ORDINALITY AS began (delivery_id, position) CROSS JOIN LATERAL (
  SELECT max(tls_expires_at) AS expires_at FROM attempts WHERE delivery_id = began.delivery_id
) AS failure CROSS JOIN LATERAL (
  SELECT attempts.started_at AS at, attempts.tls_expires_at AS expires_at
  FROM (
    SELECT id, status FROM deliveries WHERE webhook_id = $1 AND id < began.delivery_id ORDER BY id DESC LIMIT 500
  ) AS before
  JOIN attempts ON attempts.delivery_id = before.id AND attempts.outcome = 'succeeded'
  WHERE before.status = 'succeeded'
  ORDER BY before.id DESC LIMIT 1
) AS success
WHERE failure.expires_at <> success.expires_at`;

interface Found {
  /** From 1 on. */
  position: number;
  at: Date;
}

/**
 * @param since what happened before isn't told: the group may be older than what was looked at
 * @returns for each group
 */
export async function beginnings(
  actor: Actor,
  webhook: WebhookWithHealth,
  groups: readonly Grouped[],
  since: Date,
): Promise<(Began | null)[]> {
  if (groups.length === 0) return [];
  const [changes, certificates] = await Promise.all([
    pool().query<Found & { action: string }>(CHANGES, [
      actor.accountId,
      groups.map(({ firstAt }) => firstAt),
      encodeId("webhook", webhook.id),
    ]),
    pool().query<Found>(CERTIFICATES, [webhook.id, groups.map(({ firstDeliveryId }) => firstDeliveryId)]),
  ]);
  return groups.map(({ error, firstAt }, index) => {
    const isOurs = ({ position, at }: Found) => position === index + 1 && at >= since;
    const renewed = certificates.rows.find((found) => isOurs(found));
    if (error === "tls" && renewed) return { after: "certificate_changed", at: renewed.at.toISOString() };
    const change = changes.rows.find((found) => isOurs(found));
    return change ? changeOf(change, webhook) : resumedBefore(firstAt, webhook, since);
  });
}

function changeOf({ action, at }: Found & { action: string }, { resumedAt }: WebhookWithHealth): Began {
  const isResuming = resumedAt !== null && Math.abs(resumedAt.getTime() - at.getTime()) < SAME_MS;
  const after = action === "webhook.secret_rotated" ? "secret_rotated" : isResuming ? "resumed" : "edited";
  return { after, at: at.toISOString() };
}

/** By itself, which no audit tells. */
function resumedBefore(firstAt: Date, { resumedAt }: WebhookWithHealth, since: Date): Began | null {
  if (!resumedAt || resumedAt < since || resumedAt > firstAt) return null;
  if (firstAt.getTime() - resumedAt.getTime() > WITHIN_MS) return null;
  return { after: "resumed", at: resumedAt.toISOString() };
}
