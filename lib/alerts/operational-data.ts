/** What events about webhooks say, as the catalogue describes their data. */
import { encodeId } from "../core/ids";
import type { Transaction } from "../db";
import { rowsSql, rowsValues } from "../rollups/rows";
import type { OperationalEvent } from "../webhooks/operational-events";

const LATELY_MS = 3_600_000;
const MAX_COUNTED = 100_000;

export interface EventAlert {
  /** `alr_…` */
  id: string;
  title: string;
  kind: string;
  evidence: string;
}

interface Subject {
  type: OperationalEvent["type"];
  /** uuids */
  webhookId: string;
  incidentId: string | null;
  alert: EventAlert | undefined;
}

type Reading = Pick<Transaction, "webhook" | "incident" | "$queryRaw" | "$queryRawUnsafe">;

export async function dataOf(tx: Reading, { type, webhookId, incidentId, alert }: Subject, now: Date): Promise<object> {
  const row = await tx.webhook.findUniqueOrThrow({ where: { id: webhookId }, include: { health: true } });
  const webhook = webhookPart(row);
  const told = alert ? { alert } : {};
  switch (type) {
    case "webhook.failing":
      return {
        webhook,
        consecutive_failures: row.health?.consecutiveFailures ?? 0,
        ...(await latelyOf(tx, webhookId, now)),
        ...(row.health?.failingSince ? { failing_since: row.health.failingSince.toISOString() } : {}),
        ...told,
      };
    case "webhook.disabled":
      return {
        webhook,
        reason: row.disabledReason ?? "failing_too_long",
        disabled_at: (row.disabledAt ?? now).toISOString(),
        held_count: await heldCount(tx, webhookId),
      };
    default: {
      const incident = incidentId ? await tx.incident.findUnique({ where: { id: incidentId } }) : null;
      const since = incident?.openedAt;
      return {
        webhook,
        ...(since ? { failing_since: since.toISOString() } : {}),
        recovered_at: now.toISOString(),
        ...(since ? { failed_count: await failedSince(tx, webhookId, since, now) } : {}),
        ...told,
      };
    }
  }
}

export const webhookPart = ({ id, title, url }: { id: string; title: string; url: string }) => ({
  id: encodeId("webhook", id),
  title,
  url,
});

/** Of the result of an attempt as rollups and deliveries have it: a code, or an error. */
export const failurePart = (code: number | null, error: string | null) => ({
  ...(error || code ? { last_error: error ?? "http_status" } : {}),
  ...(code ? { last_response_code: code } : {}),
});

async function latelyOf(tx: Reading, webhookId: string, now: Date) {
  const from = new Date(now.getTime() - LATELY_MS);
  const [row] = await tx.$queryRaw<{ rate: number | null; result: string | null }[]>`
    SELECT sum(count) FILTER (WHERE outcome = 'succeeded')::float8 / sum(count) AS rate,
      (SELECT result FROM rollup_minutes WHERE webhook_id = ${webhookId}::uuid AND at >= ${from} AND outcome <> 'succeeded'
        ORDER BY at DESC LIMIT 1) AS result
    FROM rollup_minutes WHERE webhook_id = ${webhookId}::uuid AND at >= ${from}`;
  const code = row?.result && /^\d+$/.test(row.result) ? Number(row.result) : null;
  const hasAttempts = row?.result !== null || row.rate !== null;
  return {
    ...(hasAttempts ? { success_rate: row?.rate ?? 0 } : {}),
    ...failurePart(code, code === null ? (row?.result ?? null) : null),
  };
}

async function heldCount(tx: Reading, webhookId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM deliveries WHERE webhook_id = ${webhookId}::uuid AND status = 'pending' AND cause = 'event'
      LIMIT ${MAX_COUNTED}
    ) AS held`;
  return row?.count ?? 0;
}

const FAILED = `
SELECT coalesce(sum(count), 0)::int AS count FROM (${rowsSql("hour")}) AS rollup
WHERE outcome = 'failed'`;

/** Deliveries that ended failed. */
async function failedSince(tx: Reading, webhookId: string, since: Date, now: Date): Promise<number> {
  const values = rowsValues("hour", { webhookIds: [webhookId], from: since, to: now });
  const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(FAILED, ...values);
  return row?.count ?? 0;
}
