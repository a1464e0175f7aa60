/**
 * The short way of a publish: with an API key it is answered here, before Next.js, which would cost several times what
 * the publish itself does. Everything else, and a publish without a key, goes the way of all routes; both ways call the
 * same use cases and answer the same.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "../lib/accounts/actor";
import { actorOfBearer } from "../lib/accounts/api-keys";
import { errorAnswer, jsonAnswer, type Answer } from "../lib/answer";
import { clientAddress } from "../lib/client-address";
import { MAX_BATCH_BYTES, MAX_EVENT_BYTES } from "../lib/core/event";
import { readJsonBody } from "../lib/json-body";
import { admit } from "../lib/rate-limits";
import { acceptBatch, acceptEvent } from "../lib/webhooks/accept-events";
import { send } from "./send";

interface Door {
  maxBytes: number;
  accept: (actor: Actor, body: unknown, idempotencyKey?: string) => Promise<unknown>;
}

const DOORS = new Map<string, Door>([
  ["/api/v1/events", { maxBytes: MAX_EVENT_BYTES, accept: acceptEvent }],
  [
    "/api/v1/events/batch",
    {
      maxBytes: MAX_BATCH_BYTES,
      accept: async (actor, body, key) => ({ data: await acceptBatch(actor, body, key) }),
    },
  ],
]);

/** @returns whether the request is answered here; never fails */
export function answersPublish(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
  const { method, url = "", headers } = request;
  const door = DOORS.get(url);
  if (!door || method !== "POST" || headers.authorization === undefined) return false;
  // Known before the body is read, and told whatever comes of it.
  const told: Record<string, string> = {};
  void publish(door, request, headers.authorization, told)
    .catch((error: unknown) => errorAnswer(error, { method, path: url, requestId }))
    .then((answer) => send(response, { ...answer, headers: { ...answer.headers, ...told } }, requestId));
  return true;
}

async function publish(
  { maxBytes, accept }: Door,
  request: IncomingMessage,
  authorization: string,
  told: Record<string, string>,
): Promise<Answer> {
  const header = (name: string) => request.headers[name]?.toString();
  const actor = await actorOfBearer(authorization, clientAddress({ get: (name) => header(name) ?? null }));
  const { headers, refused } = admit(actor);
  Object.assign(told, headers);
  if (refused) throw refused;
  const body = await readJsonBody({ header, chunks: request.iterator({ destroyOnReturn: false }) }, maxBytes);
  return jsonAnswer(await accept(actor, body, header("idempotency-key")), 202);
}
