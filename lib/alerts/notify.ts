/** What is told: a row in the inbox first, in the transaction of what it tells, with a row for each message that takes it out. */
import { storedChannelsSchema, type StoredChannels } from "../core/alert-channels";
import { encodeId } from "../core/ids";
import type { NoticeTone } from "../core/notice";
import { quietUntil } from "../core/quiet-hours";
import type { Transaction } from "../db";
import { canMail } from "../mail";
import { newId } from "../new-id";
import { publishOperational, type OperationalEvent } from "../webhooks/operational-events";
import { dataOf, type EventAlert } from "./operational-data";
import { listeningOf } from "./recipients";

export interface NewNotice {
  /** uuids */
  accountId: string;
  webhookId: string | null;
  ruleId: string | null;
  incidentId: string | null;
  /** `failing`, `disabled` and `recovered` of a webhook are published as events, too. */
  kind: string;
  tone: NoticeTone;
  /** One sentence, without a full stop. */
  title: string;
  /** What the sentence rests on; `evidence`, where it is there, is a sentence for people. */
  facts: Record<string, unknown>;
}

/** What can't wait until the morning. */
const URGENT_KINDS = new Set(["disabled", "test"]);

const EVENT_OF: Partial<Record<string, OperationalEvent["type"]>> = {
  failing: "webhook.failing",
  disabled: "webhook.disabled",
  recovered: "webhook.recovered",
};

/** @returns uuid */
export async function notify(tx: Transaction, notice: NewNotice, now: Date): Promise<string> {
  const id = newId();
  const { facts, ...fields } = notice;
  await tx.notice.create({
    data: { ...fields, facts: JSON.parse(JSON.stringify(facts)) as object, id, createdAt: now },
  });
  const rule = notice.ruleId === null ? undefined : await ruleOf(tx, notice.ruleId);
  await writeMessages(tx, { ...notice, id }, rule?.channels, now);
  await publishEvent(tx, notice, rule, now);
  return id;
}

interface TellingRule {
  title: string;
  kind: string;
  channels: StoredChannels;
}

async function ruleOf(tx: Pick<Transaction, "alertRule">, id: string): Promise<TellingRule> {
  const { title, kind, channels } = await tx.alertRule.findUniqueOrThrow({ where: { id } });
  return { title, kind, channels: storedChannelsSchema.parse(channels) };
}

/** @param channels a rule's; undefined for the webhook's own course, of which the account's people get email */
async function writeMessages(
  tx: Transaction,
  notice: NewNotice & { id: string },
  channels: StoredChannels | undefined,
  now: Date,
): Promise<void> {
  const { emails, quietHours } = await listeningOf(tx, notice.accountId);
  const email = channels?.email ?? "owners";
  const addresses = email === "owners" ? emails : email;
  const morning = quietHours ? quietUntil(quietHours, now) : undefined;
  const nextAttemptAt = morning && canWait(notice, morning) ? morning : now;
  const messages = [
    ...(canMail() ? addresses.map((target) => ({ channel: "email", target })) : []),
    ...(channels?.slack ? [{ channel: "slack", target: channels.slack }] : []),
  ];
  if (messages.length === 0) return;
  await tx.noticeMessage.createMany({
    data: messages.map((message) => ({ ...message, id: newId(), noticeId: notice.id, nextAttemptAt })),
  });
}

/** A warning that a webhook will be disabled waits only where that is later. */
function canWait({ kind, facts }: NewNotice, until: Date): boolean {
  if (URGENT_KINDS.has(kind)) return false;
  const disablesAt = facts["disablesAt"];
  return typeof disablesAt !== "string" || new Date(disablesAt) > until;
}

async function publishEvent(
  tx: Transaction,
  { accountId, webhookId, ruleId, incidentId, kind, facts }: NewNotice,
  rule: TellingRule | undefined,
  now: Date,
): Promise<void> {
  const type = rule ? eventOfRule(rule, kind) : EVENT_OF[kind];
  if (!type || !webhookId) return;
  const alert: EventAlert | undefined =
    rule && ruleId
      ? { id: encodeId("alertRule", ruleId), title: rule.title, kind: rule.kind, evidence: String(facts["evidence"]) }
      : undefined;
  const data = await dataOf(tx, { type, webhookId, incidentId, alert }, now);
  await publishOperational(tx, [{ accountId, webhookId, type, data, at: now }]);
}

/** A rule's incident opens with a notice of the rule's kind, and closes with one that it has recovered. */
function eventOfRule({ kind, channels }: TellingRule, noticeKind: string): OperationalEvent["type"] | undefined {
  if (!channels.operationalEvent) return undefined;
  if (noticeKind === kind) return "webhook.failing";
  return noticeKind === "recovered" ? "webhook.recovered" : undefined;
}
