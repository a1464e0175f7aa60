/** Notices on their way out: leased by one worker at a time, tried again with growing delays, sent once. */
import { createHash } from "node:crypto";
import { linkOf } from "../core/alert-links";
import { messageDelayMs, MESSAGE_LIVES_MS } from "../core/message-delay";
import { NOTICE_TONES } from "../core/notice";
import type { ToldNotice, Telling } from "../core/notice-words";
import { quietHoursSchema } from "../core/quiet-hours";
import { prisma, type Transaction } from "../db";
import { appUrl } from "../env";
import { SealBroken, unseal } from "../vault";

/** Longer than sending may take. */
const LEASE_MS = 60_000;
const MAX_DIGEST = 500;
const LOCK = 7_265_502;

export type Channel = "email" | "slack";

export interface Outgoing {
  /** uuids of the messages: several with one target are one digest. */
  ids: string[];
  /** An address, or a URL; undefined where that doesn't open any more. */
  target: string | undefined;
  notices: ToldNotice[];
  telling: Telling;
  /** The same for the same messages. */
  digest: string;
  /** Tries, this one included. */
  attempt: number;
  lease: Date;
}

interface Leased {
  id: string;
  notice_id: string;
  target: string;
  attempts: number;
}

/**
 * Takes what waits longest, with all that is due for the same target, and of no target that is being sent to. What was tried before stays together, so that a
 * mail that is sent again is the same mail.
 */
export async function takeMessages(channel: Channel, now: Date): Promise<Outgoing | undefined> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const leased = await prisma().$transaction(async (tx) => {
    // One after another, or two would share a digest between them.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    return tx.$queryRaw<Leased[]>`
      WITH waiting AS (
        SELECT message.id, message.target, message.next_attempt_at, notice.account_id,
          CASE WHEN message.attempts > 0 THEN message.next_attempt_at END AS batch,
          coalesce(message.leased_until > ${now}, false) AS is_leased
        FROM notice_messages message JOIN notices notice ON notice.id = message.notice_id
        WHERE message.status = 'pending' AND message.channel = ${channel}
          AND (message.next_attempt_at <= ${now} OR message.leased_until > ${now})
      ), due AS (
        SELECT * FROM waiting WHERE (account_id, target) NOT IN (SELECT account_id, target FROM waiting WHERE is_leased)
      ), first AS (
        SELECT * FROM due ORDER BY next_attempt_at, id LIMIT 1
      ), chosen AS (
        SELECT due.id FROM due, first
        WHERE due.target = first.target AND due.account_id = first.account_id
          AND due.batch IS NOT DISTINCT FROM first.batch
        ORDER BY due.id LIMIT ${MAX_DIGEST}
      )
      UPDATE notice_messages SET leased_until = ${lease}, attempts = attempts + 1, next_attempt_at = ${now}
      FROM chosen WHERE notice_messages.id = chosen.id
      RETURNING notice_messages.id, notice_id, target, attempts`;
  });
  return leased.length === 0 ? undefined : describe(channel, leased, lease);
}

async function describe(channel: Channel, leased: Leased[], lease: Date): Promise<Outgoing> {
  const rows = await prisma().notice.findMany({
    where: { id: { in: leased.map(({ notice_id }) => notice_id) } },
    include: { webhook: true, account: true },
    orderBy: { id: "asc" },
  });
  const [first] = rows;
  const target = leased[0]?.target ?? "";
  if (!first) throw new Error("a message has a notice");
  const ids = leased.map(({ id }) => id).toSorted();
  return {
    ids,
    target: channel === "slack" ? opened(target, first.ruleId ?? "") : target,
    notices: rows.map(({ kind, tone, title, facts, createdAt, webhook }) => ({
      title,
      tone: NOTICE_TONES.find((name) => name === tone) ?? "warn",
      evidence: textOf(facts, "evidence") ?? null,
      at: createdAt,
      webhook: webhook && { title: webhook.title, url: webhook.url },
      link: appUrl() + linkOf({ kind, webhookId: webhook?.id ?? null, eventType: textOf(facts, "eventType") }),
    })),
    telling: {
      accountName: first.account.name,
      inbox: `${appUrl()}/settings/webhooks/alerts`,
      timeZone: quietHoursSchema.safeParse(first.account.quietHours).data?.timeZone ?? "UTC",
    },
    digest: createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 32),
    attempt: Math.max(...leased.map(({ attempts }) => attempts)),
    lease,
  };
}

/** @returns undefined where it doesn't open any more. @param ruleId uuid */
export function opened(sealed: string, ruleId: string): string | undefined {
  try {
    return unseal(sealed, slackContext(ruleId));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

function textOf(facts: unknown, name: string): string | undefined {
  const value = (facts as Record<string, unknown> | null)?.[name];
  return typeof value === "string" ? value : undefined;
}

/** A URL opens for no other rule. @param ruleId uuid */
export const slackContext = (ruleId: string) => `${ruleId}:slack`;

export type Outcome = { ok: true } | { ok: false; error: string; isFinal: boolean };

const MAX_ERROR = 300;

/** What was leased anew meanwhile is somebody else's to record. */
export async function recordMessages(
  { ids, attempt, lease }: Pick<Outgoing, "ids" | "attempt" | "lease">,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  if (outcome.ok) {
    await prisma().noticeMessage.updateMany({
      where: { id: { in: ids }, leasedUntil: lease },
      data: { status: "sent", sentAt: now, leasedUntil: null, error: null },
    });
    return;
  }
  const error = outcome.error.replaceAll("\0", "").slice(0, MAX_ERROR);
  const next = new Date(now.getTime() + messageDelayMs(attempt));
  const givenUp = new Date(now.getTime() - MESSAGE_LIVES_MS);
  await prisma().$executeRaw`
    UPDATE notice_messages AS message SET
      status = CASE WHEN ${outcome.isFinal} OR notice.created_at <= ${givenUp} THEN 'failed' ELSE 'pending' END,
      next_attempt_at = ${next}, leased_until = NULL, error = ${error}
    FROM notices AS notice
    WHERE notice.id = message.notice_id AND message.id = ANY (${ids}::uuid[]) AND message.leased_until = ${lease}
      AND message.status = 'pending'`;
}

interface Withdrawal {
  /** uuid */
  ruleId: string;
  channels: Channel[];
  /** Addresses, and the sealed URL. */
  keptTargets: string[];
  why: string;
}

/** What a rule was about to send to others than these is not sent; what is on its way already may still arrive. */
export async function withdrawMessages(
  tx: Pick<Transaction, "$executeRaw">,
  { ruleId, channels, keptTargets, why }: Withdrawal,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE notice_messages SET status = 'failed', error = ${why}
    FROM (
      SELECT message.id FROM notice_messages message JOIN notices notice ON notice.id = message.notice_id
      WHERE notice.rule_id = ${ruleId}::uuid AND message.status = 'pending'
        AND message.channel = ANY (${channels}) AND message.target <> ALL (${keptTargets})
      ORDER BY message.id FOR UPDATE OF message
    ) AS withdrawn
    WHERE notice_messages.id = withdrawn.id`;
}
