/** Alert rules as an account keeps them. A Slack URL is a secret: written, sealed for its rule, and never read again. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { checkDestination } from "../core/address";
import { storedChannelsSchema, type AlertChannelsInput, type StoredChannels } from "../core/alert-channels";
import { alertConditionSchema, type AlertCondition } from "../core/alert-condition";
import { ALERT_RULES_MAX, createAlertRuleSchema, updateAlertRuleSchema, type AlertRule } from "../core/alert-rule";
import { AppError, invalid, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { unknownType } from "../core/subscription";
import { prisma, type Transaction } from "../db";
import { env } from "../env";
import { newId } from "../new-id";
import { seal } from "../vault";
import { sampleOf } from "../webhooks/event-names";
import type { AlertRule as AlertRuleRow } from "../../prisma/client/client";
import { opened, slackContext, withdrawMessages } from "./messages";
import { listeningOf } from "./recipients";

/** All of them, newest first. */
export async function listAlertRules(actor: Actor): Promise<AlertRule[]> {
  authorize(actor, "webhooks:read");
  const rows = await prisma().alertRule.findMany({
    where: { accountId: actor.accountId, deletedAt: null },
    orderBy: { id: "desc" },
  });
  return viewRules(rows);
}

export async function getAlertRule(actor: Actor, id: string): Promise<AlertRule> {
  authorize(actor, "webhooks:read");
  return viewRule(await findRule(prisma(), actor, id));
}

/**
 * @param input as a client sent it; parsed here
 * @throws AppError conflict where the account has enough of them
 * @throws AppError validation_failed for a webhook or an event type that isn't there, or a Slack URL that may not be called
 */
export async function createAlertRule(actor: Actor, input: unknown): Promise<AlertRule> {
  authorize(actor, "webhooks:write");
  const { title, webhookId, condition, channels, isEnabled } = createAlertRuleSchema.parse(input);
  const { accountId } = actor;
  const row = await prisma().$transaction(async (tx) => {
    // One at a time, so that the count holds.
    await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    if ((await tx.alertRule.count({ where: { accountId, deletedAt: null } })) >= ALERT_RULES_MAX) {
      throw new AppError("conflict", `An account has at most ${ALERT_RULES_MAX} alert rules. Delete one first.`);
    }
    await refuseUnknownTypes(tx, accountId, condition);
    const id = newId();
    await audit(tx, actor, "alert_rule.created", encodeId("alertRule", id));
    return tx.alertRule.create({
      data: {
        ...{ id, accountId, title, isEnabled, kind: condition.kind, settings: condition },
        webhookId: await ownWebhook(tx, accountId, webhookId),
        channels: storedChannels(id, NO_CHANNELS, channels),
      },
    });
  });
  return viewRule(row);
}

/**
 * What isn't named stays, also within `channels`. Where it looks for something else from now on, or elsewhere, what it
 * has fired for is over without a word, and told anew where it still is so. What waits for an address that it has no
 * longer is not sent.
 * @param input as a client sent it; parsed here
 */
export async function updateAlertRule(actor: Actor, id: string, input: unknown): Promise<AlertRule> {
  authorize(actor, "webhooks:write");
  const { condition, webhookId, channels, ...fields } = updateAlertRuleSchema.parse(input);
  const { accountId } = actor;
  const row = await prisma().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM alert_rules WHERE id = ${decodeId("alertRule", id) ?? newId()}::uuid FOR UPDATE`;
    const known = await findRule(tx, actor, id);
    if (condition) await refuseUnknownTypes(tx, accountId, condition);
    const looksElsewhere =
      (condition !== undefined && JSON.stringify(condition) !== JSON.stringify(known.settings)) ||
      (webhookId !== undefined && (webhookId && decodeId("webhook", webhookId)) !== known.webhookId);
    if (looksElsewhere) await endIncidents(tx, known.id);
    await audit(tx, actor, "alert_rule.updated", id);
    const stored = channels && storedChannels(known.id, channelsOf(known), channels);
    if (stored) await withdrawRemoved(tx, known, channels, stored);
    return tx.alertRule.update({
      where: { id: known.id, accountId },
      data: {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        ...(condition ? { kind: condition.kind, settings: condition } : {}),
        ...(webhookId === undefined ? {} : { webhookId: await ownWebhook(tx, accountId, webhookId) }),
        ...(stored ? { channels: stored } : {}),
      },
    });
  });
  return viewRule(row);
}

/** What it has told stays in the history; what still waits is not sent. */
export async function deleteAlertRule(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  await prisma().$transaction(async (tx) => {
    const rule = await findRule(tx, actor, id);
    await tx.alertRule.update({ where: { id: rule.id }, data: { deletedAt: new Date() } });
    await endIncidents(tx, rule.id);
    const all = { channels: ["email" as const, "slack" as const], keptTargets: [] };
    await withdrawMessages(tx, { ruleId: rule.id, ...all, why: "the rule was deleted" });
    await audit(tx, actor, "alert_rule.deleted", id);
  });
}

/** @throws AppError not_found, also for rules of other accounts */
export async function findRule(
  tx: Pick<Transaction, "alertRule">,
  { accountId }: Actor,
  id: string,
): Promise<AlertRuleRow> {
  const uuid = decodeId("alertRule", id);
  const row = uuid ? await tx.alertRule.findFirst({ where: { id: uuid, accountId, deletedAt: null } }) : null;
  if (!row) throw notFound();
  return row;
}

const endIncidents = (tx: Pick<Transaction, "incident">, ruleId: string) =>
  tx.incident.updateMany({ where: { ruleId, closedAt: null }, data: { closedAt: new Date() } });

/** @param given which of them were named @param stored as they are from now on */
async function withdrawRemoved(
  tx: Transaction,
  { id: ruleId, accountId }: Pick<AlertRuleRow, "id" | "accountId">,
  given: AlertChannelsInput,
  { email, slack }: StoredChannels,
): Promise<void> {
  const why = "this address was removed";
  if (given.email) {
    const keptTargets = email === "owners" ? (await listeningOf(tx, accountId)).emails : email;
    await withdrawMessages(tx, { ruleId, channels: ["email"], keptTargets, why });
  }
  if (given.slack !== undefined) {
    await withdrawMessages(tx, { ruleId, channels: ["slack"], keptTargets: slack ? [slack] : [], why });
  }
}

async function refuseUnknownTypes(tx: Transaction, accountId: string, condition: AlertCondition): Promise<void> {
  const named: [field: string, type: string][] =
    condition.kind === "event_type_failing"
      ? [["condition.eventType", condition.eventType]]
      : condition.kind === "silence"
        ? (condition.eventTypes ?? []).map((type, index) => [`condition.eventTypes.${index}`, type])
        : [];
  for (const [field, type] of named) {
    if (!(await sampleOf(tx, accountId, type))) throw invalid({ [field]: unknownType(type) });
  }
}

/** @returns its uuid */
async function ownWebhook(tx: Pick<Transaction, "webhook">, accountId: string, id: string | null) {
  if (id === null) return null;
  const uuid = decodeId("webhook", id);
  const found = uuid && (await tx.webhook.findFirst({ where: { id: uuid, accountId, deletedAt: null } }));
  if (!found) throw invalid({ webhookId: "There is no webhook with this id." });
  return found.id;
}

const NO_CHANNELS: StoredChannels = { email: "owners", slack: null, operationalEvent: false };

function storedChannels(ruleId: string, known: StoredChannels, given: AlertChannelsInput): StoredChannels {
  const { email = known.email, slack, operationalEvent = known.operationalEvent } = given;
  return {
    email: email === "owners" ? email : [...new Set(email)],
    slack: slack === undefined ? known.slack : slack && sealedUrl(ruleId, known.slack, callable(slack)),
    operationalEvent,
  };
}

/** The same URL again stays as it is sealed, by which what waits for it is known. */
const sealedUrl = (ruleId: string, known: string | null, url: string) =>
  known && opened(known, ruleId) === url ? known : seal(url, slackContext(ruleId));

/** The same rule as for webhooks. */
function callable(url: string): string {
  const check = checkDestination(url, env().DESTINATIONS);
  if (!check.ok) throw invalid({ "channels.slack": check.message });
  return check.url.href;
}

const channelsOf = (row: AlertRuleRow) => storedChannelsSchema.parse(row.channels);

async function viewRule(row: AlertRuleRow): Promise<AlertRule> {
  const [rule] = await viewRules([row]);
  if (!rule) throw new Error("a rule has a view");
  return rule;
}

async function viewRules(rows: readonly AlertRuleRow[]): Promise<AlertRule[]> {
  const ruleId = { in: rows.map(({ id }) => id) };
  const webhookId = { in: rows.flatMap((row) => row.webhookId ?? []) };
  const [open, last, deleted] = await Promise.all([
    prisma().incident.groupBy({ by: ["ruleId"], where: { ruleId, closedAt: null }, _count: true }),
    prisma().incident.groupBy({ by: ["ruleId"], where: { ruleId }, _max: { openedAt: true } }),
    prisma().webhook.findMany({ where: { id: webhookId, deletedAt: { not: null } }, select: { id: true } }),
  ]);
  return rows.map((row) => {
    const { email, slack, operationalEvent } = channelsOf(row);
    const opened = last.find((group) => group.ruleId === row.id)?._max.openedAt;
    return {
      id: encodeId("alertRule", row.id),
      title: row.title,
      webhookId: row.webhookId && encodeId("webhook", row.webhookId),
      isWebhookDeleted: deleted.some(({ id }) => id === row.webhookId),
      condition: alertConditionSchema.parse(row.settings),
      channels: { email, inbox: true, hasSlack: slack !== null, operationalEvent },
      isEnabled: row.isEnabled,
      firing: open.find((group) => group.ruleId === row.id)?._count ?? 0,
      lastFiredAt: opened?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}
