/** The steps of a webhook's course, each within the transaction that locks it. */
import type { Step } from "../core/course";
import type { Health } from "../core/health-schema";
import { disabledBecause, failureWords, formatUtc } from "../core/health-words";
import { english } from "../core/messages/english";
import type { Transaction } from "../db";
import { newId } from "../new-id";
import type { Course } from "./course-facts";
import { notify, type NewNotice } from "./notify";
import { endProbe, letOneOut } from "./probe";

/** Mails have it so, too; who reads the inbox in another language gets it anew from the facts. */
const told = english("notices");
/** Notices are in English. */
const WORDS = english("health");

export interface StepToTake {
  course: Course;
  step: Step;
  health: Health;
  now: Date;
}

/** @returns whether the webhook has something to be sent now */
export async function takeStep(tx: Transaction, { course, step, health, now }: StepToTake): Promise<boolean> {
  switch (step.kind) {
    case "warn":
      await warn(tx, course, health, step.disablesAt, now);
      return false;
    case "postpone":
      await postpone(tx, course, step.disablesAt);
      return false;
    case "disable": {
      const data = { status: "disabled", disabledReason: "failing_too_long", disabledAt: now };
      await tx.webhook.update({ where: { id: course.webhookId }, data });
      await tellDisabled(
        tx,
        course,
        failureWords(WORDS, health, formatUtc),
        { reason: data.disabledReason, at: now },
        now,
      );
      return false;
    }
    case "tell_disabled": {
      const { disabledReason: reason, disabledAt } = course.facts;
      await tellDisabled(tx, course, disabledBecause(WORDS, reason), { reason, at: disabledAt ?? now }, now);
      return false;
    }
    case "recovered":
      await tellRecovered(tx, course, "a delivery succeeded", now);
      return false;
    case "close":
      await closeIncidents(tx, course, now);
      return false;
    case "probe":
      return letOneOut(tx, course, now);
    case "end_probe":
      await endProbe(tx, course, { isGone: step.isGone, now });
      return false;
    case "recover":
      await recover(tx, course, now);
      return true;
  }
}

async function warn(tx: Transaction, course: Course, health: Health, disablesAt: Date | null, now: Date) {
  const failed = failureWords(WORDS, health, formatUtc);
  const evidence = disablesAt
    ? `${failed}; it is disabled ${formatUtc(disablesAt.toISOString())} unless a delivery succeeds`
    : failed;
  const facts = { evidence, disablesAt: iso(disablesAt), failingSince: iso(course.facts.failingSince) };
  // It was resumed, and fails anew: that is what there is to know now.
  await close(tx, course.disabledId, now);
  const incidentId = course.failingId ?? newId();
  if (course.failingId) {
    await tx.incident.update({ where: { id: incidentId }, data: { noticedAt: now, evidence: facts } });
  } else {
    const openedAt = course.facts.failingSince ?? now;
    await open(tx, course, { id: incidentId, kind: "failing", openedAt, noticedAt: now, evidence: facts });
  }
  const title = told("failing", { webhook: course.title });
  await tell(tx, course, { incidentId, kind: "failing", tone: "warn", title, facts }, now);
}

/** Nobody is told: it has more time than they believe. */
async function postpone(tx: Pick<Transaction, "incident">, { failingId }: Course, disablesAt: Date | null) {
  if (!failingId) return;
  const { evidence } = await tx.incident.findUniqueOrThrow({ where: { id: failingId } });
  const facts = { ...(evidence as object), disablesAt: iso(disablesAt) };
  await tx.incident.update({ where: { id: failingId }, data: { evidence: facts } });
}

interface Disabled {
  reason: string | null;
  at: Date;
}

async function tellDisabled(tx: Transaction, course: Course, because: string, { reason, at }: Disabled, now: Date) {
  const evidence = `${because}; its deliveries are held until it is resumed`;
  const openedAt = course.facts.failing?.since ?? course.facts.failingSince ?? at;
  const facts = { evidence, reason, disabledAt: iso(at), failingSince: iso(openedAt) };
  await closeIncidents(tx, course, now);
  const incidentId = newId();
  await open(tx, course, { id: incidentId, kind: "disabled", openedAt, noticedAt: now, evidence: facts });
  const title = told("disabled", { webhook: course.title });
  await tell(tx, course, { incidentId, kind: "disabled", tone: "bad", title, facts }, now);
}

async function tellRecovered(tx: Transaction, course: Course, happened: string, now: Date) {
  const incidentId = course.failingId ?? course.disabledId;
  const incident = incidentId ? await tx.incident.findUnique({ where: { id: incidentId } }) : null;
  const failingSince = iso(incident?.openedAt ?? null);
  const evidence = failingSince ? `${happened}, after it had failed since ${formatUtc(failingSince)}` : happened;
  await closeIncidents(tx, course, now);
  const title = told("works", { webhook: course.title });
  const facts = { evidence, failingSince, recoveredAt: iso(now) };
  await tell(tx, course, { incidentId, kind: "recovered", tone: "ok", title, facts }, now);
}

/** What it held goes out gently at first. */
async function recover(tx: Transaction, course: Course, now: Date) {
  await tx.webhook.update({
    where: { id: course.webhookId },
    data: {
      ...{ status: "active", disabledReason: null, disabledAt: null, resumedAt: now },
      ...{ probeDeliveryId: null, probedAt: null },
    },
  });
  await tellRecovered(tx, course, "the delivery it was probed with succeeded, and what it holds is being sent", now);
}

async function closeIncidents(tx: Pick<Transaction, "incident">, course: Course, now: Date) {
  await close(tx, course.failingId, now);
  await close(tx, course.disabledId, now);
}

async function close(tx: Pick<Transaction, "incident">, id: string | null, now: Date) {
  if (id) await tx.incident.update({ where: { id }, data: { closedAt: now } });
}

interface NewIncident {
  id: string;
  kind: "failing" | "disabled";
  openedAt: Date;
  noticedAt: Date;
  evidence: object;
}

const open = (tx: Pick<Transaction, "incident">, { accountId, webhookId }: Course, incident: NewIncident) =>
  tx.incident.create({ data: { ...incident, accountId, webhookId } });

function tell(
  tx: Transaction,
  { accountId, webhookId }: Course,
  told: Omit<NewNotice, "accountId" | "webhookId" | "ruleId">,
  now: Date,
) {
  return notify(tx, { ...told, accountId, webhookId, ruleId: null }, now);
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
