/** Inspectors: built-in receivers that an account makes, programs, and reads. */
import { randomBytes } from "node:crypto";
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import {
  createInspectorSchema,
  INSPECTED_FOR_HOURS,
  INSPECTED_REQUESTS_MAX,
  INSPECTORS_MAX,
  updateInspectorSchema,
  type InspectedRequest,
  type InspectedRequestSummary,
  type Inspector,
} from "../core/inspector";
import { cutPage, readCursor, type Page } from "../core/page";
import { prisma } from "../db";
import { appUrl } from "../env";
import { newId } from "../new-id";
import type { InspectedRequest as RequestRow, Inspector as InspectorRow } from "../../prisma/client/client";
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";

const TOKEN_BYTES = 24;

export async function listInspectors(actor: Actor): Promise<Inspector[]> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  const rows = await prisma().inspector.findMany({
    where: { accountId },
    orderBy: { id: "desc" },
    take: INSPECTORS_MAX,
  });
  return rows.map(viewOf);
}

export async function getInspector(actor: Actor, id: string): Promise<Inspector> {
  authorize(actor, "webhooks:read");
  return viewOf(await find(actor, id));
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
    return viewOf(row);
  });
}

/** @param input as a client sent it; what isn't named stays */
export async function updateInspector(actor: Actor, id: string, input: unknown): Promise<Inspector> {
  authorize(actor, "webhooks:write");
  const { title, answer } = updateInspectorSchema.parse(input);
  const { id: uuid } = await find(actor, id);
  const given = Object.entries({ title, ...answer }).filter(([, value]) => value !== undefined);
  return prisma().$transaction(async (tx) => {
    const row = await tx.inspector.update({ where: { id: uuid }, data: Object.fromEntries(given) });
    await audit(tx, actor, "inspector.updated", id);
    return viewOf(row);
  });
}

/** With all it has received. Senders then find nothing at its address. */
export async function deleteInspector(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  const { id: uuid } = await find(actor, id);
  await prisma().$transaction(async (tx) => {
    await tx.inspector.delete({ where: { id: uuid } });
    await audit(tx, actor, "inspector.deleted", id);
  });
}

/** The newest first. */
export async function listInspectedRequests(
  actor: Actor,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<InspectedRequestSummary>> {
  authorize(actor, "webhooks:read");
  const { id: inspectorId } = await find(actor, id);
  const before = readCursor(cursor);
  const rows = await prisma().inspectedRequest.findMany({
    where: { inspectorId, receivedAt: { gt: oldestKept() }, ...(before ? { id: { lt: before } } : {}) },
    omit: { body: true, headers: true },
    orderBy: { id: "desc" },
    take: Math.min(limit, INSPECTED_REQUESTS_MAX) + 1,
  });
  const page = cutPage(rows, limit, (row) => row.id);
  return { data: page.rows.map(summaryOf), nextCursor: page.nextCursor };
}

export async function getInspectedRequest(actor: Actor, id: string, requestId: string): Promise<InspectedRequest> {
  authorize(actor, "webhooks:read");
  const { id: inspectorId } = await find(actor, id);
  const uuid = decodeId("inspectedRequest", requestId);
  const where = { id: uuid ?? "", inspectorId, receivedAt: { gt: oldestKept() } };
  const row = uuid ? await prisma().inspectedRequest.findFirst({ where }) : null;
  if (!row) throw notFound();
  return { ...summaryOf(row), headers: row.headers as [string, string][], ...textOf(row.body) };
}

export async function clearInspectedRequests(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  const { id: inspectorId } = await find(actor, id);
  await prisma().inspectedRequest.deleteMany({ where: { inspectorId } });
}

async function find(actor: Actor, id: string): Promise<InspectorRow> {
  const uuid = decodeId("inspector", id);
  const where = { id: uuid ?? "", accountId: actor.accountId };
  const row = uuid ? await prisma().inspector.findFirst({ where }) : null;
  if (!row) throw notFound();
  return row;
}

const oldestKept = () => new Date(Date.now() - INSPECTED_FOR_HOURS * 3_600_000);

function viewOf(row: InspectorRow): Inspector {
  const { status, delayMs, contentType, body, failNext, failStatus } = row;
  return {
    id: encodeId("inspector", row.id),
    title: row.title,
    url: `${appUrl()}/inspect/${row.token}`,
    answer: { status, delayMs, contentType, body, failNext, failStatus },
    requestCount: Number(row.requestCount),
    createdAt: row.createdAt.toISOString(),
  };
}

function summaryOf(row: Omit<RequestRow, "body" | "headers">): InspectedRequestSummary {
  const { method, path, bytes, isTruncated, remoteAddress, answeredStatus } = row;
  const id = encodeId("inspectedRequest", row.id);
  return {
    id,
    receivedAt: row.receivedAt.toISOString(),
    method,
    path,
    bytes,
    isTruncated,
    remoteAddress,
    answeredStatus,
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): Pick<InspectedRequest, "body" | "bodyEncoding"> {
  try {
    return { body: utf8.decode(bytes), bodyEncoding: "utf8" };
  } catch {
    return { body: Buffer.from(bytes).toString("base64"), bodyEncoding: "base64" };
  }
}
