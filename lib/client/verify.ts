/**
 * Verifies deliveries in a receiver. One file without dependencies: copy it. Node runs it as it stands from 22.18 on;
 * verify.mjs is the same in JavaScript, for Node 20 and newer.
 *
 *   const result = verify(rawBody, request.headers, { format: "sydx", secret: process.env.WEBHOOK_SECRET });
 *   if (!result.ok) return respond(401, result.reason);
 *   if (await seenBefore(result.eventId)) return respond(200);
 *
 * `rawBody` is the body as it came, before anything parsed it. While a secret is being rotated, a receiver that has the
 * old one and a receiver that has the new one both find the delivery genuine; one that has both may give both.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type WebhookFormat = "sydx" | "sidecar" | "aisync" | "standard";

export interface VerifyOptions {
  /** The webhook's format; "sydx" if not given. */
  format?: WebhookFormat;
  /** `whsec_…`, whole; several while you exchange one. Needed for all formats but `sidecar`. */
  secret?: string | readonly string[] | undefined;
  /** For `sidecar`: the Authorization value that was chosen for the webhook. */
  authorization?: string | undefined;
  /** For `standard`: how far its timestamp may be from now. 300 if not given. */
  toleranceSeconds?: number;
  /** For `standard`: the receiver's clock. */
  now?: Date;
}

export interface GenuineDelivery {
  ok: true;
  /** The same on every attempt and replay: skip what you have seen. */
  eventId: string;
  /** `contact.created` */
  type: string;
  /** ISO 8601; null in the format `sidecar`, which has none. */
  timestamp: string | null;
  data: Record<string, unknown>;
}

export interface RefusedDelivery {
  ok: false;
  /** For your log. */
  reason: string;
}

/** Node's `request.headers`, or those of a `Request`. */
export type IncomingHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

type ReadHeader = (name: string) => string | undefined;

/**
 * Never throws for what a sender can send.
 * @throws Error where the options lack the secret, or the Authorization value, that the format needs
 */
export function verify(
  rawBody: string | Uint8Array | undefined,
  headers: IncomingHeaders,
  options: VerifyOptions,
): GenuineDelivery | RefusedDelivery {
  if (typeof rawBody !== "string" && !(rawBody instanceof Uint8Array)) {
    return refused(rawBody ? PARSED_ALREADY : "There is no body, or nothing has read it as it came.");
  }
  const body = typeof rawBody === "string" ? Buffer.from(rawBody) : rawBody;
  const read = reader(headers);
  const problem = CHECKS[options.format ?? "sydx"](body, read, options);
  return problem === undefined ? readDelivery(body, read) : refused(problem);
}

const PARSED_ALREADY = "The body was parsed before it was verified: give verify the raw body, its bytes or its text.";

/** Each says what is wrong, or nothing. */
const CHECKS: Record<
  WebhookFormat,
  (body: Uint8Array, read: ReadHeader, options: VerifyOptions) => string | undefined
> = {
  sydx: (body, read, options) => checkHex(body, read, options, "x-sydx-signature"),
  aisync: (body, read, options) => checkHex(body, read, options, "x-webhook-signature"),
  sidecar: checkAuthorization,
  standard: checkStandard,
};

/** Keyed with the whole secret string, over the body; the old secret's signature stands in a header of its own. */
function checkHex(body: Uint8Array, read: ReadHeader, options: VerifyOptions, name: string): string | undefined {
  const given = [read(name), read(`${name}-previous`)].filter((signature) => signature !== undefined);
  if (given.length === 0) return `There is no ${name} header.`;
  const expected = secretsOf(options).map((secret) => createHmac("sha256", secret).update(body).digest("hex"));
  return someSame(given, expected) ? undefined : `${name} doesn't match the body and the secret.`;
}

/** Standard Webhooks 1.0: keyed with what the secret encodes, over id, timestamp and body. */
function checkStandard(body: Uint8Array, read: ReadHeader, options: VerifyOptions): string | undefined {
  const [id, seconds, signatures] = [read("webhook-id"), read("webhook-timestamp"), read("webhook-signature")];
  if (!id || !seconds || !signatures) return "webhook-id, webhook-timestamp or webhook-signature is missing.";
  const { toleranceSeconds = 300, now = new Date() } = options;
  if (!/^\d{1,15}$/.test(seconds)) return "webhook-timestamp is not a number of seconds.";
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) {
    return `webhook-timestamp is more than ${toleranceSeconds} s from this clock.`;
  }
  const expected = secretsOf(options).map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.`).update(body).digest("base64")}`;
  });
  return someSame(signatures.split(" "), expected) ? undefined : "webhook-signature doesn't match.";
}

function checkAuthorization(_body: Uint8Array, read: ReadHeader, { authorization }: VerifyOptions): string | undefined {
  if (!authorization) throw new Error("The format sidecar needs the option authorization.");
  const given = read("authorization");
  if (given === undefined) return "There is no Authorization header.";
  return isSame(given, authorization) ? undefined : "Authorization is not the value that was chosen.";
}

function secretsOf({ secret }: VerifyOptions): string[] {
  const secrets = [secret ?? []].flat().filter(Boolean);
  if (secrets.length === 0) throw new Error("The option secret is missing: the webhook's whsec_… string.");
  return secrets;
}

/** Looks at all, so that the time taken tells nothing. */
function someSame(given: readonly string[], expected: readonly string[]): boolean {
  let found = false;
  for (const one of given) for (const other of expected) found = isSame(one, other) || found;
  return found;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What all formats carry, by its place in each. */
function readDelivery(body: Uint8Array, read: ReadHeader): GenuineDelivery | RefusedDelivery {
  const eventId = read("x-sydx-event-id") ?? read("x-webhook-event-id") ?? read("webhook-id");
  if (!eventId) return refused("There is no header with the event's id.");
  const parsed = parseObject(Buffer.from(body).toString("utf8"));
  if (!parsed) return refused("The body is not a JSON object.");
  // Not by the option: while a webhook changes its format, one format's headers stand over another one's body.
  const { applicationID, webhookType, ...rest } = parsed;
  if (typeof applicationID === "string" && typeof webhookType === "string") {
    return { ok: true, eventId, type: webhookType, timestamp: null, data: rest };
  }
  const { event, type = event, timestamp = null, data } = parsed;
  return {
    ok: true,
    eventId,
    type: typeof type === "string" ? type : "",
    timestamp: timestamp === null ? null : String(timestamp),
    data: isObject(data) ? data : {},
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function reader(headers: IncomingHeaders): ReadHeader {
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = lower.get(name);
    return typeof value === "string" ? value : value?.[0];
  };
}

const refused = (reason: string): RefusedDelivery => ({ ok: false, reason });
