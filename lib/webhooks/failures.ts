/** How a webhook's attempts failed over a span of time, in groups, and what may have begun each of them. */
import { authorize, type Actor } from "../accounts/actor";
import { ATTEMPT_ERRORS } from "../core/attempt";
import { invalid } from "../core/errors";
import {
  groupFailures,
  MAX_FAILURES,
  MAX_GROUPS,
  type FailedAttempt,
  type FailuresQuery,
  type Grouped,
  type WebhookFailures,
} from "../core/failure-groups";
import { encodeId, uuidFloor } from "../core/ids";
import { pool, prisma } from "../db";
import { beginnings } from "./failure-causes";
import { findWebhook } from "./webhooks";

const DAY_MS = 86_400_000;
const MAX_SPAN_DAYS = 400;
/** Enough of an answer to know it again. */
const BODY_BYTES = 2_048;

const FAILURES = `
SELECT attempts.delivery_id AS "deliveryId", deliveries.status AS "deliveryStatus", started_at AS "startedAt",
  attempts.error, error_detail AS "errorDetail", attempts.response_code AS "responseCode",
  substring(response_body FROM 1 FOR ${BODY_BYTES}) AS body
FROM attempts JOIN deliveries ON deliveries.id = attempts.delivery_id
WHERE attempts.webhook_id = $1 AND attempts.account_id = $2 AND attempts.id >= $3 AND attempts.id < $4
  AND outcome <> 'succeeded' AND deliveries.cause = 'event'
ORDER BY attempts.id DESC LIMIT ${MAX_FAILURES + 1}`;

type Row = Omit<FailedAttempt, "body" | "error"> & { error: string | null; body: Buffer | null };

/** @throws AppError validation_failed where the span is none, or too long */
export async function webhookFailures(actor: Actor, id: string, query: FailuresQuery): Promise<WebhookFailures> {
  authorize(actor, "webhooks:read");
  const webhook = await findWebhook(prisma(), actor, id);
  const to = query.to ? new Date(query.to) : new Date();
  const from = query.from ? new Date(query.from) : new Date(to.getTime() - DAY_MS);
  refuseSpan(from, to);
  const { rows } = await pool().query<Row>(FAILURES, [webhook.id, actor.accountId, uuidFloor(from), uuidFloor(to)]);
  const failures = rows.slice(0, MAX_FAILURES).map(({ error, body, ...row }): FailedAttempt => ({
    ...row,
    error: ATTEMPT_ERRORS.find((known) => known === error) ?? "interrupted",
    body: body?.toString("utf8") ?? "",
  }));
  const isCut = rows.length > MAX_FAILURES;
  const since = isCut ? earliest(failures) : null;
  const groups = groupFailures(failures, from, to).slice(0, MAX_GROUPS);
  const began = await beginnings(actor, webhook, groups, since ?? from);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    attempts: failures.length,
    since: since?.toISOString() ?? null,
    groups: groups.map((group, index) => ({ ...viewGroup(group), began: began[index] ?? null })),
  };
}

function refuseSpan(from: Date, to: Date): void {
  if (from >= to) throw invalid({ from: "Give a moment before to." });
  if (to.getTime() - from.getTime() > MAX_SPAN_DAYS * DAY_MS) {
    throw invalid({ from: `Give a span of at most ${MAX_SPAN_DAYS} days.` });
  }
}

const earliest = (failures: readonly FailedAttempt[]) =>
  new Date(Math.min(...failures.map(({ startedAt }) => startedAt.getTime())));

function viewGroup({ firstDeliveryId: _, lastDeliveryId, firstAt, lastAt, ...group }: Grouped) {
  return {
    ...group,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    sampleDeliveryId: encodeId("delivery", lastDeliveryId),
  };
}
