/** The catalogue as an account sees it: the built-in event types, which are read-only, and its own. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { builtInType, CATALOGUE, isBuiltIn } from "../core/catalogue";
import type { JsonSchema } from "../core/catalogue/define";
import { AppError, invalid, notFound } from "../core/errors";
import { groupOf } from "../core/event-groups";
import {
  createEventTypeSchema,
  MAX_OWN_TYPES,
  updateEventTypeSchema,
  type EventType,
  type EventTypeDetail,
} from "../core/event-type";
import { encodeId } from "../core/ids";
import type { Json } from "../core/json";
import { findProblem } from "../core/json-schema";
import { EVENT_TYPE_PATTERN, patternsMatching } from "../core/subscription";
import { WEBHOOK_STATUSES } from "../core/webhook";
import { prisma, type Transaction } from "../db";
import { newId } from "../new-id";
import { Prisma, type EventType as EventTypeRow } from "../../prisma/client/client";
import { forgetPublishingRules } from "./publishing-rules";

const MAX_SUBSCRIBERS = 100;

/** All of them: the built-in groups in their order, each with the account's own types after it, then other groups. */
export async function listEventTypes(actor: Actor): Promise<EventType[]> {
  authorize(actor, "webhooks:read");
  const rows = await prisma().eventType.findMany({ where: { accountId: actor.accountId }, orderBy: { name: "asc" } });
  const own = rows.map(summaryOfRow);
  const known = CATALOGUE.flatMap(({ name, types }) => [
    ...types.map(({ name: type, description, useCases }) => ({
      name: type,
      group: name,
      description,
      useCases: [...useCases],
      isBuiltIn: true,
    })),
    ...own.filter(({ group }) => group === name),
  ]);
  return [...known, ...own.filter(({ group }) => !CATALOGUE.some(({ name }) => name === group))];
}

export async function getEventType(actor: Actor, name: string): Promise<EventTypeDetail> {
  authorize(actor, "webhooks:read");
  const builtIn = builtInType(name);
  if (!builtIn) {
    refuseNoName(name);
    return detailOfRow(await findOwn(prisma(), actor, name));
  }
  const { description, useCases, schema, sample } = builtIn;
  const group = groupOf(name, CATALOGUE);
  const subscribers = await subscribersOf(actor, name);
  return { name, group, description, useCases: [...useCases], isBuiltIn: true, schema, sample, subscribers };
}

/**
 * @param input as a client sent it; parsed here
 * @throws AppError conflict where the name is taken, or there are too many
 */
export async function createEventType(actor: Actor, input: unknown): Promise<EventTypeDetail> {
  authorize(actor, "webhooks:write");
  const { schema, ...fields } = createEventTypeSchema.parse(input);
  if (isBuiltIn(fields.name)) throw taken(fields.name);
  refuseUnfitSample(schema, fields.sample);
  const { accountId } = actor;
  const row = await prisma().$transaction(async (tx) => {
    // One at a time, so that the count holds.
    await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    const own = await tx.eventType.findMany({ where: { accountId }, select: { name: true } });
    if (own.some(({ name }) => name === fields.name)) throw taken(fields.name);
    if (own.length >= MAX_OWN_TYPES) {
      throw new AppError(
        "conflict",
        `An account has at most ${MAX_OWN_TYPES} event types of its own. Delete one first.`,
      );
    }
    await audit(tx, actor, "event_type.created", fields.name);
    return tx.eventType.create({ data: { ...fields, id: newId(), accountId, schema: schema ?? Prisma.DbNull } });
  });
  forgetPublishingRules(accountId);
  return detailOfRow(row);
}

/** @throws AppError forbidden for a built-in one */
export async function updateEventType(actor: Actor, name: string, input: unknown): Promise<EventTypeDetail> {
  authorize(actor, "webhooks:write");
  refuseUnchangeable(name);
  const { accountId } = actor;
  const { schema, description, useCases, sample } = updateEventTypeSchema.parse(input);
  const row = await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`
      SELECT 1 FROM event_types WHERE account_id = ${accountId}::uuid AND name = ${name} FOR UPDATE`;
    const before = await findOwn(tx, actor, name);
    const changed = { schema: schema === undefined ? before.schema : schema, sample: sample ?? before.sample };
    refuseUnfitSample(changed.schema as JsonSchema | null, changed.sample as Json);
    await audit(tx, actor, "event_type.updated", name);
    return tx.eventType.update({
      where: { accountId_name: { accountId, name } },
      data: {
        ...(description === undefined ? {} : { description }),
        ...(useCases === undefined ? {} : { useCases }),
        ...(sample === undefined ? {} : { sample }),
        ...(schema === undefined ? {} : { schema: schema ?? Prisma.DbNull }),
        updatedAt: new Date(Math.max(Date.now(), before.updatedAt.getTime() + 1)),
      },
    });
  });
  forgetPublishingRules(accountId);
  return detailOfRow(row);
}

/** Past events of the type stay. @throws AppError conflict where a webhook subscribes to it by its name */
export async function deleteEventType(actor: Actor, name: string): Promise<void> {
  authorize(actor, "webhooks:write");
  refuseUnchangeable(name);
  const { accountId } = actor;
  await prisma().$transaction(async (tx) => {
    await findOwn(tx, actor, name);
    const subscribed = await tx.webhook.findMany({
      where: { accountId, deletedAt: null, events: { has: name } },
      select: { title: true },
      take: 4,
    });
    if (subscribed.length > 0) {
      const titles = subscribed.slice(0, 3).map(({ title }) => title);
      const more = subscribed.length > titles.length ? " and others" : "";
      throw new AppError("conflict", `Webhooks subscribe to ${name}: ${titles.join(", ")}${more}. Change them first.`);
    }
    await tx.eventType.delete({ where: { accountId_name: { accountId, name } } });
    await audit(tx, actor, "event_type.deleted", name);
  });
  forgetPublishingRules(accountId);
}

const taken = (name: string) =>
  new AppError("conflict", `There is an event type ${name} already.`, { name: "This name is taken." });

/** What is no name is nobody's, and nothing the database could be asked for. */
function refuseNoName(name: string): void {
  if (!EVENT_TYPE_PATTERN.test(name)) throw notFound();
}

function refuseUnchangeable(name: string): void {
  refuseNoName(name);
  if (isBuiltIn(name)) throw new AppError("forbidden", `${name} is built in: it can't be changed or deleted.`);
}

function refuseUnfitSample(schema: JsonSchema | null, sample: Json): void {
  const problem = schema ? findProblem(schema, sample, "sample") : undefined;
  if (problem) throw invalid({ [problem.path]: `The sample doesn't fit the schema. ${problem.message}` });
}

/** @throws AppError not_found, also for types of other accounts */
async function findOwn(
  tx: Pick<Transaction, "eventType">,
  { accountId }: Pick<Actor, "accountId">,
  name: string,
): Promise<EventTypeRow> {
  const row = await tx.eventType.findUnique({ where: { accountId_name: { accountId, name } } });
  if (!row) throw notFound();
  return row;
}

const summaryOfRow = ({ name, description, useCases }: EventTypeRow): EventType => ({
  name,
  group: groupOf(name, CATALOGUE),
  description,
  useCases,
  isBuiltIn: false,
});

async function detailOfRow(row: EventTypeRow): Promise<EventTypeDetail> {
  return {
    ...summaryOfRow(row),
    schema: row.schema as JsonSchema | null,
    sample: row.sample as Record<string, Json>,
    subscribers: await subscribersOf(row, row.name),
  };
}

async function subscribersOf({ accountId }: Pick<Actor, "accountId">, name: string) {
  const rows = await prisma().webhook.findMany({
    where: { accountId, deletedAt: null, events: { hasSome: patternsMatching(name) } },
    orderBy: { id: "desc" },
    take: MAX_SUBSCRIBERS,
    select: { id: true, title: true, status: true, filterPath: true },
  });
  return rows.map(({ id, title, status, filterPath }) => ({
    id: encodeId("webhook", id),
    title,
    status: WEBHOOK_STATUSES.find((known) => known === status) ?? "disabled",
    isFiltered: filterPath !== null,
  }));
}
