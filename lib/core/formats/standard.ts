/**
 * Standard Webhooks 1.0: body `{type, timestamp, data}`, signature `v1,<base64>` over `id.timestamp.body`, keyed with
 * what the secret's part after `whsec_` decodes to; in a grace period both signatures, with a space between.
 */
import { commonHeaders, type WireFormat } from "./format";

const PREFIX = "whsec_";

export const standard: WireFormat = {
  label: "Standard Webhooks",
  description: "Verified by ready-made libraries in many languages.",
  verification: "webhook-signature is the base64 HMAC-SHA256 of id, timestamp and body, keyed with the decoded secret.",
  retry: "standard",
  headerNames: ["webhook-id", "webhook-timestamp", "webhook-signature"],
  bodyOf(event) {
    const body =
      `{"type":${JSON.stringify(event.type)},"timestamp":"${event.timestamp.toISOString()}",` + `"data":${event.data}}`;
    return { body };
  },
  headersOf(event, body, { secret, previousSecret }, hmac) {
    const seconds = String(Math.floor(event.attemptedAt.getTime() / 1000));
    const signed = `${event.eventId}.${seconds}.${body}`;
    const signatures = [secret, ...(previousSecret ? [previousSecret] : [])].map(
      (key) => `v1,${hmac(signed, { base64: key.slice(PREFIX.length) }, "base64")}`,
    );
    return [
      ...commonHeaders(),
      ["webhook-id", event.eventId],
      ["webhook-timestamp", seconds],
      ["webhook-signature", signatures.join(" ")],
    ];
  },
};
