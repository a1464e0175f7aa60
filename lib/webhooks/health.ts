/** How webhooks are doing, for as many of them at once as a page shows: a handful of statements, however many there are. */
import { autoDisableOf } from "../core/auto-disable";
import { healthOf } from "../core/health";
import type { Health } from "../core/health-schema";
import { english } from "../core/messages/english";
import { evidenceWords, formatUtc } from "../core/health-words";
import type { Webhook } from "../core/webhook";
import { prisma } from "../db";
import { daysOf, windowsOf } from "../rollups/windows";
import { formatOf, statusOf, storedAutoDisable, viewWebhook, type WebhookWithHealth } from "./view";

const HOUR_MS = 3_600_000;
/** What the API says is in English. */
const WORDS = english("health");

/** @returns by uuid */
export async function healthsOf(rows: readonly WebhookWithHealth[], now: Date): Promise<Map<string, Health>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [days, hours, warnings, accounts] = await Promise.all([
    daysOf(ids, now),
    windowsOf(ids, new Date(now.getTime() - HOUR_MS), now),
    prisma().incident.findMany({
      where: { webhookId: { in: ids }, kind: "failing", ruleId: null, closedAt: null },
      select: { webhookId: true, noticedAt: true },
    }),
    prisma().account.findMany({
      where: { id: { in: [...new Set(rows.map(({ accountId }) => accountId))] } },
      select: { id: true, autoDisable: true },
    }),
  ]);
  const warnedAt = new Map(warnings.map((incident) => [incident.webhookId, incident.noticedAt]));
  const policies = new Map(accounts.map(({ id, autoDisable }) => [id, storedAutoDisable(autoDisable)]));
  return new Map(
    rows.map((row) => {
      const { health } = row;
      const [day, hour] = [days.get(row.id), hours.get(row.id)];
      if (!day || !hour) throw new Error(`nothing was counted for webhook ${row.id}`);
      const observed = healthOf(
        {
          ...{ day, hour },
          status: statusOf(row),
          timeoutMs: row.timeoutMs,
          hits: Number(health?.hits ?? 0),
          consecutiveFailures: health?.consecutiveFailures ?? 0,
          failingSince: health?.failingSince ?? null,
          lastSuccessAt: health?.lastSuccessAt ?? null,
          lastFailureAt: health?.lastFailureAt ?? null,
          exhaustedAt: health?.exhaustedAt ?? null,
          resumedAt: row.resumedAt,
          tlsExpiresAt: tlsEndOf(row),
          warnedAt: warnedAt.get(row.id) ?? null,
          autoDisable: autoDisableOf(
            storedAutoDisable(row.autoDisable),
            policies.get(row.accountId) ?? null,
            formatOf(row),
          ),
        },
        now,
      );
      return [row.id, { ...observed, evidence: evidenceWords(WORDS, observed, row.disabledReason, formatUtc) }];
    }),
  );
}

/** What was seen of a receiver with TLS says nothing of one without. */
const tlsEndOf = ({ url, health }: WebhookWithHealth) =>
  url.startsWith("https:") ? (health?.tlsExpiresAt ?? null) : null;

export async function viewWebhooks(rows: readonly WebhookWithHealth[]): Promise<Webhook[]> {
  const healths = await healthsOf(rows, new Date());
  return rows.flatMap((row) => {
    const health = healths.get(row.id);
    return health ? [viewWebhook(row, health)] : [];
  });
}

export async function viewOne(row: WebhookWithHealth): Promise<Webhook> {
  const [webhook] = await viewWebhooks([row]);
  if (!webhook) throw new Error(`webhook ${row.id} has no health`);
  return webhook;
}
