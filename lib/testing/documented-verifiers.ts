/** How each format's documentation tells receivers to verify a delivery, as it is written there. */
import crypto from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import type { FormatName } from "../core/formats";

export interface Delivered {
  /** Names in lower case, as Node gives them. */
  headers: IncomingHttpHeaders;
  /** As it came. */
  body: string;
}

/** @param secret the webhook's secret; for `sidecar` the Authorization value */
type Verifier = (delivered: Delivered, secret: string) => boolean;

/** Over a body that the receiver's framework has parsed already. */
const sydx: Verifier = ({ headers, body }, secret) => {
  function verifyWebhookSignature(payload: unknown, signature: string, secret: string) {
    const expectedSignature = crypto.createHmac("sha256", secret).update(JSON.stringify(payload)).digest("hex");
    return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expectedSignature));
  }
  return verifyWebhookSignature(JSON.parse(body), String(headers["x-sydx-signature"]), secret);
};

const sidecar: Verifier = ({ headers }, authorization) => headers.authorization === authorization;

const aisync: Verifier = ({ headers, body }, secret) => {
  function verifyWebhookSignature(payload: string, signature: string, secret: string) {
    const expectedSignature = crypto.createHmac("sha256", secret).update(payload).digest("hex");
    return crypto.timingSafeEqual(Buffer.from(signature, "hex"), Buffer.from(expectedSignature, "hex"));
  }
  const payload = JSON.stringify(JSON.parse(body));
  return verifyWebhookSignature(payload, String(headers["x-webhook-signature"]), secret);
};

/** Two independent libraries, which must agree; both refuse what is older than five minutes. */
const standard: Verifier = ({ headers, body }, secret) => {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  new StandardWebhook(secret).verify(body, given);
  new SvixWebhook(secret).verify(body, given);
  return true;
};

const VERIFIERS: Record<FormatName, Verifier> = { sydx, sidecar, aisync, standard };

/** @param secret the webhook's secret; for `sidecar` the Authorization value */
export function isGenuine(delivered: Delivered, secret: string, format: FormatName = "sydx"): boolean {
  try {
    return VERIFIERS[format](delivered, secret);
  } catch {
    // Documented verifiers throw for a signature of another length; the libraries throw for any that is wrong.
    return false;
  }
}
