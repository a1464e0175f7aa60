/** Inspectors: built-in receivers that an account makes, programs, and reads. */
import { randomBytes } from "node:crypto";
import { AppError, notFound } from "../core/errors";
import { DEFAULT_FORMAT, FORMAT_NAMES } from "../core/formats";
import { decodeId, encodeId } from "../core/ids";
import { createInspectorSchema, updateInspectorSchema, type Inspector, type InspectorAnswer } from "../core/inspector";
import { INSPECTORS_MAX } from "../core/inspector-limits";
import { prisma } from "../db";
import { newId } from "../new-id";
import type { Inspector as InspectorRow } from "../../prisma/client/client";
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { addressOf, sendersOf, type Sender } from "./senders";

const TOKEN_BYTES = 24;

export async function listInspectors(actor: Actor): Promise<Inspector[]> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  const rows = await prisma().inspector.findMany({
    where: { accountId },
    orderBy: { id: "desc" },
    take: INSPECTORS_MAX,
  });
  const senders = await sendersOf(actor, rows);
  return rows.map((row) => viewOf(row, senders));
}

export async function getInspector(actor: Actor, id: string): Promise<Inspector> {
  authorize(actor, "webhooks:read");
  return viewOne(actor, await findInspector(actor, id));
}

/** @returns the id of the account's inspector that has this token in its address; undefined where it is none of theirs */
export async function inspectorAt(actor: Actor, token: string): Promise<string | undefined> {
  const { accountId } = actor;
  const row = await prisma().inspector.findFirst({ where: { token, accountId }, select: { id: true } });
  return row ? encodeId("inspector", row.id) : undefined;
}

/** @param input as a client sent it; parsed here @throws AppError conflict where the account has enough of them */
export async function createInspector(actor: Actor, input: unknown): Promise<Inspector> {
  authorize(actor, "webhooks:write");
  const { title, answer } = createInspectorSchema.parse(input);
  const { accountId } = actor;
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    if ((await tx.inspector.count({ where: { accountId } })) >= INSPECTORS_MAX) {
      throw new AppError("conflict", `An account has at most ${INSPECTORS_MAX} inspectors. Delete one first.`);
    }
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const row = await tx.inspector.create({ data: { id: newId(), accountId, title, token, ...answer } });
    await audit(tx, actor, "inspector.created", encodeId("inspector", row.id));
    return viewOf(row, []);
  });
}

/** @param input as a client sent it; what isn't named stays */
export async function updateInspector(actor: Actor, id: string, input: unknown): Promise<Inspector> {
  authorize(actor, "webhooks:write");
  const { title, answer } = updateInspectorSchema.parse(input);
  const { id: uuid } = await findInspector(actor, id);
  const given = Object.entries({ title, ...answer }).filter(([, value]) => value !== undefined);
  const row = await prisma().$transaction(async (tx) => {
    const changed = await tx.inspector.update({
      where: { id: uuid, accountId: actor.accountId },
      data: Object.fromEntries(given),
    });
    await audit(tx, actor, "inspector.updated", id);
    return changed;
  });
  return viewOne(actor, row);
}

/** With all it has received. Senders then find nothing at its address. */
export async function deleteInspector(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  const { id: uuid } = await findInspector(actor, id);
  await prisma().$transaction(async (tx) => {
    await tx.inspector.delete({ where: { id: uuid, accountId: actor.accountId } });
    await audit(tx, actor, "inspector.deleted", id);
  });
}

/** @throws AppError not_found */
export async function findInspector(actor: Actor, id: string): Promise<InspectorRow> {
  const uuid = decodeId("inspector", id);
  const where = { id: uuid ?? "", accountId: actor.accountId };
  const row = uuid ? await prisma().inspector.findFirst({ where }) : null;
  if (!row) throw notFound();
  return row;
}

const viewOne = async (actor: Actor, row: InspectorRow) => viewOf(row, await sendersOf(actor, [row]));

function viewOf(row: InspectorRow, senders: readonly Sender[]): Inspector {
  const { status, delayMs, contentType, body, failNext, failStatus } = row;
  const headers = row.headers as InspectorAnswer["headers"];
  return {
    id: encodeId("inspector", row.id),
    title: row.title,
    url: addressOf(row.token),
    answer: { status, delayMs, contentType, body, headers, failNext, failStatus },
    requestCount: Number(row.requestCount),
    lastRequestAt: row.lastRequestAt?.toISOString() ?? null,
    webhooks: senders
      .filter(({ token }) => token === row.token)
      .map(({ webhook: { id, title, format } }) => ({
        ...{ id: encodeId("webhook", id), title },
        format: FORMAT_NAMES.find((name) => name === format) ?? DEFAULT_FORMAT,
      })),
    createdAt: row.createdAt.toISOString(),
  };
}
