/**
 * Sydx AI outbound webhooks: body `{event, timestamp, tenantId, data}`, signature = lower-case hex HMAC-SHA256 of the
 * raw body, keyed with the whole secret string, `whsec_` included.
 */
import { createHmac } from "node:crypto";
import type { HeaderPairs } from "../attempt";
import type { WireFormat } from "./format";

export const sydx: WireFormat = {
  build(event, keys) {
    const timestamp = event.timestamp.toISOString();
    // `data` is canonical JSON already: joining texts spares parsing it again, and keeps its bytes.
    const body =
      `{"event":${JSON.stringify(event.type)},"timestamp":"${timestamp}",` +
      `"tenantId":${JSON.stringify(event.accountId)},"data":${event.data}}`;
    const headers: HeaderPairs = [
      ["Content-Type", "application/json"],
      ["User-Agent", "SydxAI-Webhook/1.0"],
      ["X-Sydx-Event", event.type],
      ["X-Sydx-Timestamp", timestamp],
      ["X-Sydx-Signature", sign(keys.secret, body)],
      ["X-Sydx-Event-Id", event.eventId],
      ["X-Sydx-Delivery-Id", event.deliveryId],
      ["X-Sydx-Attempt", String(event.attempt)],
    ];
    if (keys.previousSecret) headers.push(["X-Sydx-Signature-Previous", sign(keys.previousSecret, body)]);
    return { headers, body };
  },
};

function sign(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
