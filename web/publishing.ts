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
export function answersPublish(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "", headers } = request;
  const door = DOORS.get(url);
  if (!door || method !== "POST" || headers.authorization === undefined) return false;
  void publish(door, request, headers.authorization)
    .catch((error: unknown) => errorAnswer(error, { method, path: url }))
    .then((answer) => send(response, answer));
  return true;
}

async function publish({ maxBytes, accept }: Door, request: IncomingMessage, authorization: string): Promise<Answer> {
  const header = (name: string) => request.headers[name]?.toString();
  const actor = await actorOfBearer(authorization, clientAddress({ get: (name) => header(name) ?? null }));
  const body = await readJsonBody({ header, chunks: request }, maxBytes);
  return jsonAnswer(await accept(actor, body, header("idempotency-key")), 202);
}
