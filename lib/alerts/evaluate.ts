/** Looks whether alert rules fire: opens an incident where one begins to, and closes it where it has looked well for a while. */
import { alertConditionSchema, type AlertCondition } from "../core/alert-condition";
import { evaluate, isMended, type Evidence } from "../core/alert-rules";
import { english } from "../core/messages/english";
import { prisma, type Transaction } from "../db";
import { log } from "../log";
import { newId } from "../new-id";
import { coveredWebhooks, questionOf, type Answers, type CoveredWebhook, type Question } from "./facts";
import { notify } from "./notify";
import type { AlertRule as AlertRuleRow } from "../../prisma/client/client";

/** Mails have it so, too; who reads the inbox in another language gets it anew from the facts. */
const told = english("notices");

/** So long a rule must not have fired: what comes and goes is one incident. */
const RECOVERED_AFTER_MS = 120_000;
/** In one transaction. */
const PORTION = 50;
const MAX_ACCOUNTS = 500;

interface Rule {
  /** uuids */
  id: string;
  accountId: string;
  webhookId: string | null;
  title: string;
  condition: AlertCondition;
}

interface OpenIncident {
  id: string;
  ruleId: string | null;
  webhookId: string | null;
  openedAt: Date;
  calmSince: Date | null;
}

/** Any number of workers may look at once: an incident is opened and closed by one of them. */
export async function evaluateRules(now: Date): Promise<void> {
  await closeForgotten(now);
  const accounts = await prisma().alertRule.findMany({
    where: { isEnabled: true, deletedAt: null },
    distinct: ["accountId"],
    select: { accountId: true },
  });
  const accountIds = accounts.map(({ accountId }) => accountId);
  for (let from = 0; from < accountIds.length; from += MAX_ACCOUNTS) {
    await evaluateAccounts(accountIds.slice(from, from + MAX_ACCOUNTS), now);
  }
}

/** Nobody is told that a rule or a webhook is gone, or was turned off: somebody did that. */
async function closeForgotten(now: Date): Promise<void> {
  await prisma().incident.updateMany({
    where: {
      closedAt: null,
      ruleId: { not: null },
      OR: [
        { rule: { OR: [{ deletedAt: { not: null } }, { isEnabled: false }] } },
        { webhook: { deletedAt: { not: null } } },
      ],
    },
    data: { closedAt: now },
  });
}

interface Fired {
  rule: Rule;
  webhook: CoveredWebhook;
  evidence: Evidence;
}

async function evaluateAccounts(accountIds: string[], now: Date): Promise<void> {
  const where = { accountId: { in: accountIds } };
  const [rows, webhooks, incidents] = await Promise.all([
    prisma().alertRule.findMany({ where: { ...where, isEnabled: true, deletedAt: null } }),
    coveredWebhooks(accountIds),
    prisma().incident.findMany({ where: { ...where, closedAt: null, ruleId: { not: null } } }),
  ]);
  const rules = rows.flatMap((row) => ruleOf(row) ?? []);
  const covered = coverageOf(rules, webhooks);
  const answers = await answersFor(covered, now);
  const open = new Map(incidents.map((incident) => [keyOf(incident), incident]));
  const begun: Fired[] = [];
  const changes: Changes = { firing: [], calm: [], over: [] };
  for (const [rule, its] of covered) {
    const known = answers.get(questionOf(rule.condition)?.key ?? "");
    for (const webhook of its) {
      const facts = { ...webhook, ...known?.get(webhook.id) };
      const evidence = evaluate(rule.condition, facts, now);
      const incident = open.get(keyOf({ ruleId: rule.id, webhookId: webhook.id }));
      if (evidence && !incident) begun.push({ rule, webhook, evidence });
      else if (incident) {
        const isOver = !evidence && isMended(rule.condition, facts, incident.openedAt);
        note(changes, { incident, rule, webhook }, !isOver, now);
      }
    }
  }
  await prisma().incident.updateMany({ where: { id: { in: changes.firing } }, data: { calmSince: null } });
  const stillOpen = { id: { in: changes.calm }, calmSince: null };
  await prisma().incident.updateMany({ where: stillOpen, data: { calmSince: now } });
  await inPortions(begun, (tx, fired) => begin(tx, fired, now));
  await inPortions(changes.over, (tx, over) => end(tx, over, now));
}

/** One that can't be read holds up no other. */
function ruleOf(row: AlertRuleRow): Rule | undefined {
  const { success, data: condition, error } = alertConditionSchema.safeParse(row.settings);
  if (success) return { ...row, condition };
  log.warn({ err: error, ruleId: row.id }, "an alert rule can't be read, and is left out");
  return undefined;
}

const keyOf = ({ ruleId, webhookId }: Pick<OpenIncident, "ruleId" | "webhookId">) => `${ruleId} ${webhookId}`;

function coverageOf(rules: readonly Rule[], webhooks: readonly CoveredWebhook[]): Map<Rule, CoveredWebhook[]> {
  const byAccount = new Map<string, CoveredWebhook[]>();
  for (const webhook of webhooks) {
    const known = byAccount.get(webhook.accountId);
    if (known) known.push(webhook);
    else byAccount.set(webhook.accountId, [webhook]);
  }
  return new Map(
    rules.map((rule) => {
      const all = byAccount.get(rule.accountId) ?? [];
      return [rule, rule.webhookId === null ? all : all.filter(({ id }) => id === rule.webhookId)];
    }),
  );
}

/** Every question once, about all webhooks of the rules that ask it. */
async function answersFor(covered: Map<Rule, CoveredWebhook[]>, now: Date): Promise<Map<string, Answers>> {
  const asked = new Map<string, { question: Question; webhooks: Set<CoveredWebhook> }>();
  for (const [{ condition }, webhooks] of covered) {
    const question = questionOf(condition);
    if (!question) continue;
    const known = asked.get(question.key) ?? { question, webhooks: new Set() };
    for (const webhook of webhooks) known.webhooks.add(webhook);
    asked.set(question.key, known);
  }
  const answers = new Map<string, Answers>();
  for (const [key, { question, webhooks }] of asked) answers.set(key, await question.ask([...webhooks], now));
  return answers;
}

interface Over {
  incident: OpenIncident;
  rule: Rule;
  webhook: CoveredWebhook;
}

interface Changes {
  /** uuids of incidents that looked well, and no longer do. */
  firing: string[];
  /** uuids of those that look well now. */
  calm: string[];
  over: Over[];
}

function note(changes: Changes, over: Over, isFiring: boolean, now: Date): void {
  const { id, calmSince } = over.incident;
  if (isFiring) {
    if (calmSince) changes.firing.push(id);
  } else if (!calmSince) {
    changes.calm.push(id);
  } else if (now.getTime() - calmSince.getTime() >= RECOVERED_AFTER_MS) {
    changes.over.push(over);
  }
}

/** In the same order everywhere, so that two workers can't wait for each other. What fails, fails alone. */
async function inPortions<T extends { rule: Rule; webhook: CoveredWebhook }>(
  all: readonly T[],
  act: (tx: Transaction, one: T) => Promise<void>,
): Promise<void> {
  const place = ({ rule, webhook }: T) => `${webhook.accountId} ${webhook.id} ${rule.id}`;
  const sorted = all.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  for (let from = 0; from < sorted.length; from += PORTION) {
    const portion = sorted.slice(from, from + PORTION);
    try {
      await inOne(portion, act);
    } catch {
      for (const one of portion) await inOne([one], act).catch((error: unknown) => warn(one, error));
    }
  }
}

function inOne<T>(portion: readonly T[], act: (tx: Transaction, one: T) => Promise<void>): Promise<void> {
  return prisma().$transaction(async (tx) => {
    for (const one of portion) await act(tx, one);
  });
}

const warn = ({ rule, webhook }: { rule: Rule; webhook: CoveredWebhook }, err: unknown) =>
  log.warn({ err, ruleId: rule.id, webhookId: webhook.id }, "an alert could not be told; it is looked at again");

async function begin(tx: Transaction, { rule, webhook, evidence }: Fired, now: Date): Promise<void> {
  const { kind } = rule.condition;
  const begun = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO incidents (id, account_id, webhook_id, rule_id, kind, opened_at, noticed_at, evidence)
    VALUES (${newId()}::uuid, ${rule.accountId}::uuid, ${webhook.id}::uuid, ${rule.id}::uuid, ${kind}, ${now}, ${now},
      ${JSON.stringify(evidence)}::json)
    ON CONFLICT DO NOTHING RETURNING id`;
  const [incident] = begun;
  if (!incident) return;
  const title = told(`rules.${kind}`, { webhook: webhook.title });
  await notify(tx, { ...about(rule, webhook, incident.id), kind, tone: toneOf(kind), title, facts: evidence }, now);
}

async function end(tx: Transaction, { incident, rule, webhook }: Over, now: Date): Promise<void> {
  const { count } = await tx.incident.updateMany({
    where: { id: incident.id, closedAt: null },
    data: { closedAt: now },
  });
  if (count === 0) return;
  const title = told(`over.${rule.condition.kind}`, { webhook: webhook.title });
  const facts = {
    evidence: `For two minutes, the alert rule "${rule.title}" has had nothing to say`,
    condition: rule.condition,
  };
  await notify(tx, { ...about(rule, webhook, incident.id), kind: "recovered", tone: "ok", title, facts }, now);
}

const about = (rule: Rule, webhook: CoveredWebhook, incidentId: string) => ({
  accountId: rule.accountId,
  webhookId: webhook.id,
  ruleId: rule.id,
  incidentId,
});

/** What may still go well, and what has gone wrong. */
const toneOf = (kind: AlertCondition["kind"]) =>
  kind === "certificate" || kind === "latency_p95" || kind === "silence" ? "warn" : "bad";
