/** What an inspector has received, for its account. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import {
  checkSignatureSchema,
  type InspectedRequest,
  type InspectedRequestsQuery,
  type InspectedRequestSummary,
  type SignatureCheck,
} from "../core/inspector";
import { newestOf } from "../core/newest-request";
import { INSPECTED_FOR_HOURS, INSPECTED_REQUESTS_MAX } from "../core/inspector-limits";
import { cutPage, readCursor, type Page } from "../core/page";
import { checkSignature, type CheckedRequest } from "../core/signature-check";
import { prisma } from "../db";
import { waitUntil } from "../waiting";
import type { InspectedRequest as RequestRow } from "../../prisma/client/client";
import { findInspector } from "./inspectors";
import { checkWithSigners, deliveryIn, signersOf } from "./origin";
import { sendersOf } from "./senders";

/**
 * The newest first; with `unless`, once there is another newest, or after `waitSeconds`.
 * @param until aborts the wait
 */
export async function listInspectedRequests(
  actor: Actor,
  id: string,
  query: Pick<InspectedRequestsQuery, "limit"> & Partial<InspectedRequestsQuery>,
  until?: AbortSignal,
): Promise<Page<InspectedRequestSummary>> {
  authorize(actor, "webhooks:read");
  const { id: inspectorId } = await findInspector(actor, id);
  const { unless, waitSeconds = 0 } = query;
  if (unless !== undefined && waitSeconds > 0 && until) {
    const isOther = async () => newestOf(await readPage(inspectorId, { limit: 1 }).then(({ data }) => data)) !== unless;
    await waitUntil(isOther, { accountId: actor.accountId, waitSeconds, until });
  }
  return readPage(inspectorId, query);
}

async function readPage(
  inspectorId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<InspectedRequestSummary>> {
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
  const inspector = await findInspector(actor, id);
  const row = await findRequest(inspector.id, requestId);
  const headers = headersOf(row);
  const delivery = await deliveryIn(actor, headers);
  const senders = await sendersOf(actor, [inspector]);
  return {
    ...summaryOf(row),
    ...{ headers, ...textOf(row.body) },
    deliveryId: delivery?.id ?? null,
    signatures: checkWithSigners(checkedOf(row), await signersOf(actor, delivery, senders)),
  };
}

/** With a secret that is given, and kept nowhere. @param input as a client sent it */
export async function checkInspectedRequest(
  actor: Actor,
  id: string,
  requestId: string,
  input: unknown,
): Promise<SignatureCheck> {
  authorize(actor, "webhooks:read");
  const { secret, format } = checkSignatureSchema.parse(input);
  const { id: inspectorId } = await findInspector(actor, id);
  const row = await findRequest(inspectorId, requestId);
  return { ...checkSignature(format, checkedOf(row), { secret }), webhookId: null, webhookTitle: null };
}

async function findRequest(inspectorId: string, requestId: string): Promise<RequestRow> {
  const uuid = decodeId("inspectedRequest", requestId);
  const where = { id: uuid ?? "", inspectorId, receivedAt: { gt: oldestKept() } };
  const row = uuid ? await prisma().inspectedRequest.findFirst({ where }) : null;
  if (!row) throw notFound();
  return row;
}

const headersOf = (row: RequestRow) => row.headers as [string, string][];

const checkedOf = (row: RequestRow): CheckedRequest => ({
  headers: headersOf(row),
  ...{ body: row.body, isTruncated: row.isTruncated, receivedAt: row.receivedAt },
});

export async function clearInspectedRequests(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  const { id: inspectorId } = await findInspector(actor, id);
  await prisma().$transaction(async (tx) => {
    await tx.inspectedRequest.deleteMany({ where: { inspectorId } });
    await audit(tx, actor, "inspector.cleared", id);
  });
}

const oldestKept = () => new Date(Date.now() - INSPECTED_FOR_HOURS * 3_600_000);

function summaryOf(row: Omit<RequestRow, "body" | "headers">): InspectedRequestSummary {
  const { method, path, bytes, isTruncated, remoteAddress, answeredStatus, eventType, attempt } = row;
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
    eventType,
    attempt,
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
