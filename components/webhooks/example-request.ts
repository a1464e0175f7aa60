import type { FormatName } from "@/lib/core/formats";
import type { Hmac, OutgoingEvent } from "@/lib/core/formats/format";
import { buildRequest, type OutgoingRequest } from "@/lib/core/formats/request";
import type { Webhook } from "@/lib/core/webhook";

interface Shape {
  format: FormatName;
  alsoSign?: FormatName | undefined;
  headers?: Record<string, string> | undefined;
  type?: string | undefined;
  /** JSON */
  data?: string | undefined;
  /** In a grace period, with the old secret's signature. */
  inGrace?: boolean | undefined;
}

/** A delivery as it goes over the wire, but for its signatures: the browser has no secret to sign with. */
export function exampleRequest({
  format,
  alsoSign,
  headers = {},
  type,
  data,
  inGrace = false,
}: Shape): OutgoingRequest {
  const event = { ...EXAMPLE, ...(type ? { type } : {}), ...(data ? { data } : {}) };
  const keys = { secret: "", authorization: "-", ...(inGrace ? { previousSecret: "-" } : {}) };
  return buildRequest({ format, alsoSign, extraHeaders: Object.entries(headers), event, keys }, notSigned);
}

/** Header names in migration mode: the format's own, and those that come beside them. */
export function headerNamesOf({
  format,
  alsoSign,
  previousSecretUntil,
}: Pick<Webhook, "format" | "alsoSign" | "previousSecretUntil">): { own: string[]; beside: string[] } {
  const inGrace = previousSecretUntil !== null;
  const names = (also?: FormatName) =>
    exampleRequest({ format, alsoSign: also, inGrace }).headers.map(([name]) => name);
  const own = names();
  return { own, beside: names(alsoSign?.format).slice(own.length) };
}

const notSigned: Hmac = (_text, _key, as) => (as === "hex" ? "362bb526c7ab9…" : "K5oZfzN95Z9UVu1EsfQ…");

const EXAMPLE: OutgoingEvent = {
  type: "contact.created",
  eventId: "evt_…",
  deliveryId: "dlv_…",
  attempt: 1,
  attemptedAt: new Date("2026-03-25T08:22:50.301Z"),
  timestamp: new Date("2026-03-25T08:22:50.254Z"),
  accountId: "acc_…",
  webhookId: "wh_…",
  data: '{"contact":"919876543210","name":"Ada"}',
};
