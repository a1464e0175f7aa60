/** Creating, reading, changing and deleting webhooks. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { notFound } from "../core/errors";
import { FORMATS } from "../core/formats";
import { decodeId, encodeId } from "../core/ids";
import { cutPage, readCursor, type Page } from "../core/page";
import { rotateSecretSchema, type UpdateWebhook, type Webhook, type WebhookWithSecret } from "../core/webhook";
import { prisma, type Transaction } from "../db";
import { newId } from "../new-id";
import { discardHeld } from "../deliveries/held";
import { ring } from "../queue";
import type { Prisma } from "../../prisma/client/client";
import { createSchema, policyColumns, refuseCarriedValues, refuseConflicts, updateSchema } from "./columns";
import { refuseStale } from "./etag";
import { refuseUnknownPatterns } from "./event-names";
import { newSecret } from "./secrets";
import { viewOne, viewWebhooks } from "./health";
import { forgetFailures, statusColumns } from "./resume";
import { alsoSignOf, formatOf, type WebhookWithHealth } from "./view";

const include = { health: true } satisfies Prisma.WebhookInclude;

/** @param input as a client sent it; parsed here */
export async function createWebhook(actor: Actor, input: unknown): Promise<WebhookWithSecret> {
  authorize(actor, "webhooks:write");
  const { retry, url, authorization, headers, alsoSign, orderBy, filter, autoDisable, ...fields } =
    createSchema.parse(input);
  await refuseUnknownPatterns(prisma(), actor.accountId, fields.events);
  const id = newId();
  const { secret, sealed } = newSecret(id);
  const schedule = retry ?? { preset: FORMATS[fields.format].retry };
  const policy = policyColumns(
    { url, retry: schedule, authorization, headers, alsoSign, orderBy, filter, autoDisable },
    { id, headers: [] },
  );
  const row = await prisma().$transaction(async (tx) => {
    const { lastWebhookNumber: number } = await tx.account.update({
      where: { id: actor.accountId },
      data: { lastWebhookNumber: { increment: 1 } },
    });
    const created = await tx.webhook.create({
      data: {
        ...fields,
        url,
        ...policy,
        id,
        accountId: actor.accountId,
        number,
        secret: sealed,
        health: { create: {} },
      },
      include,
    });
    refuseConflicts(created);
    await audit(tx, actor, "webhook.created", encodeId("webhook", id));
    return created;
  });
  return { ...(await viewOne(row)), secret };
}

export interface ListWebhooks {
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listWebhooks(actor: Actor, { limit, cursor }: ListWebhooks): Promise<Page<Webhook>> {
  authorize(actor, "webhooks:read");
  const before = readCursor(cursor);
  const rows = await prisma().webhook.findMany({
    where: { accountId: actor.accountId, deletedAt: null, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    include,
  });
  const page = cutPage(rows, limit, ({ id }) => id);
  return { data: await viewWebhooks(page.rows), nextCursor: page.nextCursor };
}

export async function getWebhook(actor: Actor, id: string): Promise<Webhook> {
  authorize(actor, "webhooks:read");
  return viewOne(await findWebhook(prisma(), actor, id));
}

/**
 * Changes what is given and nothing else: a retry schedule stays when the format changes. All of it takes effect on
 * what is still pending, too: a resumed webhook gets what was held, or only the newest of it, or nothing.
 * @throws AppError validation_failed where a write-only value would go to another server without being given again
 * @param ifMatch the ETag that the client has seen; undefined where they don't mind
 * @throws AppError conflict where something is to be discarded and the webhook holds nothing
 * @throws AppError precondition_failed where it was changed meanwhile
 */
export async function updateWebhook(actor: Actor, id: string, input: unknown, ifMatch?: string): Promise<Webhook> {
  authorize(actor, "webhooks:write");
  const { retry, url, authorization, headers, alsoSign, orderBy, filter, autoDisable, status, held, ...fields } =
    updateSchema.parse(input);
  const updated = await prisma().$transaction(async (tx) => {
    await lockWebhook(tx, actor, id);
    const row = await findWebhook(tx, actor, id);
    refuseStale(row, ifMatch);
    const where = { id: row.id, accountId: actor.accountId, deletedAt: null };
    // What it is subscribed to already may stay, also where the last type of a group was deleted since.
    const added = (fields.events ?? []).filter((pattern) => !row.events.includes(pattern));
    await refuseUnknownPatterns(tx, actor.accountId, added);
    if (held !== undefined && held !== "all") await discardHeld(tx, actor, row, held);
    const policy = policyColumns(
      {
        ...{ retry, url, authorization, headers, orderBy, filter, autoDisable },
        alsoSign: turnedRound(row, fields.format, alsoSign),
      },
      row,
    );
    refuseCarriedValues({ url: policy.url, authorization, headers }, row);
    if (status === "active" && row.status !== "active") await forgetFailures(tx, row);
    const data = { ...defined(fields), ...policy, ...statusColumns(row, status) };
    const changed = await tx.webhook.update({ where, data, include });
    refuseConflicts(changed);
    await audit(tx, actor, "webhook.updated", id);
    return changed;
  });
  if (status === "active") void ring([updated.id]);
  return viewOne(updated);
}

/** Two changes at once go one after the other: what one keeps of a row is not what the other has just replaced. */
async function lockWebhook(tx: Pick<Transaction, "$queryRaw">, { accountId }: Actor, id: string): Promise<void> {
  const uuid = decodeId("webhook", id);
  if (!uuid) return;
  await tx.$queryRaw`
    SELECT id FROM webhooks WHERE id = ${uuid}::uuid AND account_id = ${accountId}::uuid FOR NO KEY UPDATE`;
}

/** Who changes to the format that is sent beside their own keeps the old one beside it, until the same day. */
function turnedRound(
  row: WebhookWithHealth,
  format: UpdateWebhook["format"],
  alsoSign: UpdateWebhook["alsoSign"],
): UpdateWebhook["alsoSign"] {
  const beside = alsoSign === undefined ? alsoSignOf(row) : alsoSign;
  if (!beside || beside.format !== format || format === row.format) return alsoSign;
  return { format: formatOf(row), until: new Date(beside.until).toISOString() };
}

/**
 * @param input as a client sent it; parsed here
 * @returns the webhook with its new secret, the only time it can be seen
 */
export async function rotateSecret(actor: Actor, id: string, input: unknown): Promise<WebhookWithSecret> {
  authorize(actor, "webhooks:write");
  const { graceSeconds } = rotateSecretSchema.parse(input);
  const { rotated, secret } = await prisma().$transaction(async (tx) => {
    const row = await findWebhook(tx, actor, id);
    const { secret, sealed } = newSecret(row.id);
    const now = new Date();
    // A secret that does not open can't sign anything for a while longer.
    const grace = graceSeconds > 0 && row.disabledReason !== "secret_unreadable";
    const rotated = await tx.webhook.update({
      where: { id: row.id, accountId: actor.accountId, deletedAt: null },
      data: {
        secret: sealed,
        secretRotatedAt: now,
        previousSecret: grace ? row.secret : null,
        previousSecretUntil: grace ? new Date(now.getTime() + graceSeconds * 1000) : null,
      },
      include,
    });
    await audit(tx, actor, "webhook.secret_rotated", id);
    return { rotated, secret };
  });
  return { ...(await viewOne(rotated)), secret };
}

/**
 * Nothing is sent to it any more; what was pending counts as cancelled. Its deliveries stay in the log.
 * @throws AppError precondition_failed where it isn't as the client has seen it
 */
export async function deleteWebhook(actor: Actor, id: string, ifMatch?: string): Promise<void> {
  authorize(actor, "webhooks:write");
  await prisma().$transaction(async (tx) => {
    await lockWebhook(tx, actor, id);
    const row = await findWebhook(tx, actor, id);
    refuseStale(row, ifMatch);
    const where = { id: row.id, accountId: actor.accountId, deletedAt: null };
    await tx.webhook.update({ where, data: { deletedAt: new Date() } });
    await audit(tx, actor, "webhook.deleted", id);
  });
}

/** @throws AppError not_found, also for webhooks of other accounts */
export async function findWebhook(
  tx: Pick<Transaction, "webhook">,
  { accountId }: Pick<Actor, "accountId">,
  id: string,
): Promise<WebhookWithHealth> {
  const uuid = decodeId("webhook", id);
  const row = uuid ? await tx.webhook.findFirst({ where: { id: uuid, accountId, deletedAt: null }, include }) : null;
  if (!row) throw notFound();
  return row;
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
