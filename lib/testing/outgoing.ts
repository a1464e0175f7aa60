/** Requests for the tests of wire formats: the event of the vectors, in every format. */
import { publishEventSchema } from "../core/event";
import type { FormatName } from "../core/formats";
import type { OutgoingEvent, SigningKeys } from "../core/formats/format";
import { hmac } from "../core/formats/hmac";
import { buildRequest, type OutgoingRequest, type RequestInput } from "../core/formats/request";
import { parseJson } from "../core/json";
import vectors from "../core/testdata/signatures.json";
import type { Delivered } from "./documented-verifiers";
import { hostileObject } from "./payloads";
import { seededRandom } from "./random";

const { input } = vectors.formats;

export const KEYS = { secret: input.secret, authorization: input.authorization } satisfies SigningKeys;
export const OTHER_SECRET = vectors.standardWebhooksRotation.new;

export const EVENT: OutgoingEvent = {
  eventId: "evt_01kmj2223e0000000000000000",
  deliveryId: "dlv_01kmj2223e0000000000000000",
  attempt: 1,
  attemptedAt: new Date(),
  type: input.type,
  timestamp: new Date(input.timestamp),
  accountId: input.accountId,
  webhookId: input.webhookId,
  data: JSON.stringify(input.data),
};

export function requestOf(
  format: FormatName,
  event: Partial<OutgoingEvent> = {},
  keys: SigningKeys = KEYS,
  more: Partial<RequestInput> = {},
): OutgoingRequest {
  return buildRequest({ format, extraHeaders: [], event: { ...EVENT, ...event }, keys, ...more }, hmac);
}

/** Header names as they are sent. */
export const headersOf = ({ headers }: OutgoingRequest): Record<string, string> => Object.fromEntries(headers);

/** As a receiver sees it. */
export function delivered({ headers, body }: OutgoingRequest): Delivered {
  return { headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])), body };
}

/** What publishing makes of a text before it is stored. */
export function stored(text: string): string {
  return JSON.stringify(publishEventSchema.parse({ type: "call.ended", data: parseJson(text) }).data);
}

/** Calls back with 1,000 payloads that were published in odd shapes. `what` names each, so that it can be had again. */
export function forHostilePayloads(check: (data: string, what: string) => void): void {
  const random = seededRandom();
  for (let count = 0; count < 1_000; count++) {
    const text = hostileObject(random);
    check(stored(text), `seed ${random.seed}, payload ${count}: ${text}`);
  }
}
