/**
 * Sydx AI outbound webhooks: body `{event, timestamp, tenantId, data}`, signature = lower-case hex HMAC-SHA256 of the
 * raw body, keyed with the whole secret string, `whsec_` included.
 */
import type { HeaderPairs } from "../attempt";
import type { WireFormat } from "./format";

export const sydx: WireFormat = {
  label: "Sydx AI",
  description: "The event in an envelope; a signature in X-Sydx-Signature.",
  verification: "X-Sydx-Signature is the HMAC-SHA256 of the body in hex, keyed with the whole secret.",
  retry: "sydx",
  headerNames: [
    "X-Sydx-Event",
    "X-Sydx-Timestamp",
    "X-Sydx-Signature",
    "X-Sydx-Signature-Previous",
    "X-Sydx-Event-Id",
    "X-Sydx-Delivery-Id",
    "X-Sydx-Attempt",
  ],
  bodyOf(event) {
    // `data` is canonical JSON already: joining texts spares parsing it again, and keeps its bytes.
    const body =
      `{"event":${JSON.stringify(event.type)},"timestamp":"${event.timestamp.toISOString()}",` +
      `"tenantId":${JSON.stringify(event.accountId)},"data":${event.data}}`;
    return { body };
  },
  headersOf(event, body, { secret, previousSecret }, hmac) {
    const headers: HeaderPairs = [
      ["Content-Type", "application/json"],
      ["User-Agent", "SydxAI-Webhook/1.0"],
      ["X-Sydx-Event", event.type],
      ["X-Sydx-Timestamp", event.timestamp.toISOString()],
      ["X-Sydx-Signature", hmac(body, { text: secret }, "hex")],
      ["X-Sydx-Event-Id", event.eventId],
      ["X-Sydx-Delivery-Id", event.deliveryId],
      ["X-Sydx-Attempt", String(event.attempt)],
    ];
    if (previousSecret) headers.push(["X-Sydx-Signature-Previous", hmac(body, { text: previousSecret }, "hex")]);
    return headers;
  },
};
