/** Test before saving: a webhook as it stands in a form, through the real worker, as if it were saved. */
import { randomInt } from "node:crypto";
import type { z } from "zod";
import { authorize, type Actor } from "../accounts/actor";
import { isAuthorization, MASK } from "../core/authorization";
import type { Delivery } from "../core/delivery";
import { AppError } from "../core/errors";
import { sendsAuthorization } from "../core/formats";
import { webhookTestSchema } from "../core/webhook-test";
import { prisma } from "../db";
import { newId } from "../new-id";
import { SealBroken } from "../vault";
import { createSchema, policyColumns, refuseCarriedValues, refuseConflicts } from "./columns";
import { prepareTest } from "./insert-test";
import { lendSecret, newSecret, unsealAuthorization } from "./secrets";
import { begin } from "./send-test";
import { headersOf, type WebhookWithHealth } from "./view";
import { findWebhook } from "./webhooks";

/** Of one account within the hour that they are kept. */
const DRAFTS_MAX = 1_000;
const UNTITLED = "Not saved yet";

const draftSchema = webhookTestSchema.extend({ url: createSchema.shape.url });
type Draft = z.infer<typeof draftSchema>;

/**
 * @param input as a client sent it; parsed here, the URL by the rules of every other webhook's
 * @returns the delivery, still pending
 * @throws AppError not_found for a webhook that isn't there, rate_limited after very many in an hour
 */
export async function testDraft(actor: Actor, input: unknown): Promise<Delivery> {
  authorize(actor, "webhooks:write");
  const draft = draftSchema.parse(input);
  const { accountId } = actor;
  const saved = draft.webhookId === undefined ? undefined : await findWebhook(prisma(), actor, draft.webhookId);
  if ((await prisma().webhook.count({ where: { accountId, isDraft: true } })) >= DRAFTS_MAX) {
    throw new AppError("rate_limited", `At most ${DRAFTS_MAX} tests before saving in an hour. Try again later.`);
  }
  const id = newId();
  const title = draft.title || saved?.title || UNTITLED;
  const columns = { ...draftColumns(draft, id, saved), ...secretColumns(id, saved) };
  const insert = await prepareTest(actor, { type: draft.type, data: draft.data, webhook: { id, title } });
  const row = await prisma().$transaction(async (tx) => {
    const { format, timeoutMs } = draft;
    const created = await tx.webhook.create({
      data: {
        ...{ ...columns, id, accountId, title, format, timeoutMs },
        ...{ isDraft: true, deletedAt: new Date(), events: [], concurrency: 1 },
        // Of no webhook that is counted: those begin with 1.
        number: -randomInt(1, 2 ** 31 - 1),
      },
    });
    refuseConflicts(created);
    return insert(tx);
  });
  return begin(row);
}

/** What goes out as it is stored may go only where it was given for. */
function draftColumns({ url, format, authorization, headers, alsoSign }: Draft, id: string, saved?: WebhookWithHealth) {
  if (saved) refuseCarriedValues({ url, authorization, headers }, saved);
  const isSent = [format, alsoSign?.format].some((name) => name !== undefined && sendsAuthorization(name));
  const opened = readStored(saved);
  const value = isSent ? (authorization ?? opened.authorization ?? null) : null;
  const whole = Object.entries(headers).map(([name, text]) => [
    name,
    isAuthorization(name) && text === MASK ? (opened.header ?? text) : text,
  ]);
  const given = { url, authorization: value, headers: Object.fromEntries(whole) as typeof headers, alsoSign };
  return { ...policyColumns(given, { id, headers: [] }), url };
}

function readStored(saved: WebhookWithHealth | undefined): { authorization?: string; header?: string } {
  if (!saved) return {};
  return refusingBroken(() => {
    const header = headersOf(saved).find(([name]) => isAuthorization(name))?.[1];
    return {
      ...(saved.authorizationValue ? { authorization: unsealAuthorization(saved.authorizationValue, saved.id) } : {}),
      ...(header === undefined ? {} : { header: unsealAuthorization(header, saved.id) }),
    };
  });
}

/** Signed as the next delivery will be, also within a grace period. */
function secretColumns(id: string, saved: WebhookWithHealth | undefined) {
  if (!saved) return { secret: newSecret(id).sealed };
  return refusingBroken(() => ({
    secret: lendSecret(saved.secret, saved.id, id),
    previousSecret: saved.previousSecret && lendSecret(saved.previousSecret, saved.id, id),
    previousSecretUntil: saved.previousSecretUntil,
  }));
}

function refusingBroken<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new AppError("conflict", "Its secret can't be read. Rotate it first.");
  }
}
