/** What the next step of a webhook's course depends on, read in one statement for all that may have one. */
import { z } from "zod";
import { autoDisableOf } from "../core/auto-disable";
import { autoDisableSchema } from "../core/auto-disable-schema";
import type { CourseFacts, Probe } from "../core/course";
import type { Transaction } from "../db";
import { log } from "../log";
import { formatOf, statusOf } from "../webhooks/view";
import { Prisma } from "../../prisma/client/client";

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What an incident of a webhook's own course rests on. */
const evidenceSchema = z.object({
  /** When its owner was told it would be disabled. */
  disablesAt: instant.nullish().transform((at) => at ?? null),
  /** Of one that was disabled: when. */
  disabledAt: instant.nullish().transform((at) => at ?? null),
});

/** The columns that hold JSON. */
const storedSchema = z.object({
  failingEvidence: evidenceSchema.nullable(),
  disabledEvidence: evidenceSchema.nullable(),
  autoDisable: autoDisableSchema.nullable(),
  accountAutoDisable: autoDisableSchema.nullable(),
});

export interface Course {
  /** uuids */
  webhookId: string;
  accountId: string;
  title: string;
  failingId: string | null;
  disabledId: string | null;
  probeDeliveryId: string | null;
  facts: CourseFacts;
}

interface Row {
  id: string;
  accountId: string;
  title: string;
  format: string;
  status: string;
  isDeleted: boolean;
  disabledReason: string | null;
  disabledAt: Date | null;
  resumedAt: Date | null;
  probedAt: Date | null;
  probeDeliveryId: string | null;
  probe: Probe | null;
  autoDisable: unknown;
  accountAutoDisable: unknown;
  autoRecover: boolean;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  failingSince: Date | null;
  exhaustedAt: Date | null;
  failingId: string | null;
  failingOpenedAt: Date | null;
  failingNoticedAt: Date | null;
  failingEvidence: unknown;
  disabledId: string | null;
  disabledEvidence: unknown;
}

/**
 * Of a row that can't be read there is none: it holds up no other.
 * A probe that failed is not due before its next time; one that waits is due, or on its way.
 * @param only uuid of the one webhook that is asked for; else all that fail, are disabled, or were lately
 */
export async function readCourses(tx: Pick<Transaction, "$queryRaw">, now: Date, only?: string): Promise<Course[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT webhooks.id, webhooks.account_id AS "accountId", webhooks.title, webhooks.format, webhooks.status,
      webhooks.deleted_at IS NOT NULL AS "isDeleted", webhooks.disabled_reason AS "disabledReason",
      webhooks.disabled_at AS "disabledAt", webhooks.resumed_at AS "resumedAt", webhooks.probed_at AS "probedAt",
      webhooks.probe_delivery_id AS "probeDeliveryId", webhooks.auto_disable AS "autoDisable",
      accounts.auto_disable AS "accountAutoDisable",
      coalesce(webhooks.auto_recover, accounts.auto_recover) AS "autoRecover",
      health.last_success_at AS "lastSuccessAt", health.last_failure_at AS "lastFailureAt",
      health.failing_since AS "failingSince", health.exhausted_at AS "exhaustedAt",
      failing.id AS "failingId", failing.opened_at AS "failingOpenedAt", failing.noticed_at AS "failingNoticedAt",
      failing.evidence AS "failingEvidence", disabled.id AS "disabledId", disabled.evidence AS "disabledEvidence",
      CASE WHEN webhooks.probe_delivery_id IS NOT NULL THEN coalesce((
        SELECT CASE
          WHEN probe.status = 'succeeded' THEN 'succeeded'
          WHEN probe.status <> 'pending' THEN 'lost'
          WHEN probe.leased_until IS NOT NULL OR probe.next_attempt_at <= ${now}::timestamptz THEN 'waiting'
          WHEN probe.response_code = 410 THEN 'answered_gone'
          ELSE 'failed' END
        FROM deliveries AS probe WHERE probe.id = webhooks.probe_delivery_id
      ), 'lost') END AS probe
    FROM webhooks
      JOIN accounts ON accounts.id = webhooks.account_id
      LEFT JOIN webhook_health AS health ON health.webhook_id = webhooks.id
      LEFT JOIN incidents AS failing ON failing.webhook_id = webhooks.id AND failing.kind = 'failing'
        AND failing.rule_id IS NULL AND failing.closed_at IS NULL
      LEFT JOIN incidents AS disabled ON disabled.webhook_id = webhooks.id AND disabled.kind = 'disabled'
        AND disabled.rule_id IS NULL AND disabled.closed_at IS NULL
    WHERE ${only === undefined ? MAY_HAVE_A_STEP : Prisma.sql`webhooks.id = ${only}::uuid`}
    ORDER BY webhooks.id`;
  return rows.flatMap((row) => courseOf(row) ?? []);
}

const MAY_HAVE_A_STEP = Prisma.sql`
  (webhooks.deleted_at IS NULL AND (webhooks.status = 'disabled'
    OR (webhooks.status = 'active' AND health.failing_since IS NOT NULL)))
  OR failing.id IS NOT NULL OR disabled.id IS NOT NULL`;

function courseOf(row: Row): Course | undefined {
  const { id: webhookId, accountId, title, failingId, disabledId, probeDeliveryId } = row;
  const { success, data: stored, error } = storedSchema.safeParse(row);
  if (!success) {
    log.warn({ err: error, webhookId, failingId, disabledId }, "a webhook's course can't be read, and stands still");
    return undefined;
  }
  return {
    ...{ webhookId, accountId, title, failingId, disabledId, probeDeliveryId },
    facts: {
      isDeleted: row.isDeleted,
      status: statusOf(row),
      disabledReason: row.disabledReason,
      disabledAt: row.disabledAt,
      resumedAt: row.resumedAt,
      lastSuccessAt: row.lastSuccessAt,
      lastFailureAt: row.lastFailureAt,
      failingSince: row.failingSince,
      exhaustedAt: row.exhaustedAt,
      autoDisable: autoDisableOf(stored.autoDisable, stored.accountAutoDisable, formatOf(row)),
      autoRecover: row.autoRecover,
      failing: row.failingOpenedAt && {
        since: row.failingOpenedAt,
        noticedAt: row.failingNoticedAt,
        disablesAt: stored.failingEvidence?.disablesAt ?? null,
      },
      disabled: disabledId === null ? null : { since: stored.disabledEvidence?.disabledAt ?? new Date(0) },
      probedAt: row.probedAt,
      probe: row.probe,
    },
  };
}
