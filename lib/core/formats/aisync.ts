/**
 * AI Sync webhooks: body `{event, timestamp, webhook_id, data, metadata}`. `metadata.signature` is the HMAC-SHA256 of
 * the same body without that member; X-Webhook-Signature is the bare hex HMAC of the full body. Both are keyed with the
 * whole secret string.
 */
import type { HeaderPairs } from "../attempt";
import { commonHeaders, deliveryHeaders, type WireFormat } from "./format";

export const aisync: WireFormat = {
  label: "AI Sync",
  description: "The event in an envelope with metadata; a signature in X-Webhook-Signature.",
  verification: "X-Webhook-Signature is the HMAC-SHA256 of the body in hex, keyed with the whole secret.",
  retry: "aisync",
  headerNames: ["X-Webhook-Signature", "X-Webhook-Signature-256", "X-Webhook-Signature-Previous"],
  bodyOf(event, sign) {
    const head =
      `{"event":${JSON.stringify(event.type)},"timestamp":"${event.timestamp.toISOString()}",` +
      `"webhook_id":${JSON.stringify(event.webhookId)},"data":${event.data},"metadata":{"version":"1.0"`;
    const bodySignature = sign(`${head}}}`);
    return { body: `${head},"signature":"sha256=${bodySignature}"}}`, bodySignature };
  },
  headersOf(event, body, { secret, previousSecret }, hmac) {
    const signature = hmac(body, { text: secret }, "hex");
    const headers: HeaderPairs = [
      ...commonHeaders(),
      ["X-Webhook-Signature", signature],
      ["X-Webhook-Signature-256", `sha256=${signature}`],
      ...deliveryHeaders(event),
    ];
    if (previousSecret) headers.push(["X-Webhook-Signature-Previous", hmac(body, { text: previousSecret }, "hex")]);
    return headers;
  },
};
