import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { isGenuine } from "../../testing/documented-verifiers";
import { delivered, EVENT, headersOf, KEYS, OTHER_SECRET, requestOf } from "../../testing/outgoing";
import vectors from "../testdata/signatures.json";

it("sends the documented event as documented, byte for byte", () => {
  const request = requestOf("aisync");
  expect(request.body).toBe(vectors.formats.aisync.body);
  expect(headersOf(request)).toEqual({
    ...vectors.formats.aisync.headers,
    "Content-Type": "application/json",
    "User-Agent": "OutboundWebhooks/1.0",
    "X-Webhook-Event-Id": EVENT.eventId,
    "X-Webhook-Delivery-Id": EVENT.deliveryId,
    "X-Webhook-Attempt": "1",
  });
});

it("signs inside the body what the body is without that signature", () => {
  const { metadata, ...rest } = JSON.parse(requestOf("aisync").body) as { metadata: Record<string, string> };
  const { signature, ...unsigned } = metadata;
  const text = JSON.stringify({ ...rest, metadata: unsigned });
  expect(signature).toBe(`sha256=${createHmac("sha256", KEYS.secret).update(text).digest("hex")}`);
});

it("verifies with the old secret, too, during a grace period, and only then", () => {
  const within = delivered(requestOf("aisync", {}, { secret: OTHER_SECRET, previousSecret: KEYS.secret }));
  expect(isGenuine(within, OTHER_SECRET, "aisync")).toBe(true);
  const previous = String(within.headers["x-webhook-signature-previous"]);
  expect(isGenuine({ ...within, headers: { "x-webhook-signature": previous } }, KEYS.secret, "aisync")).toBe(true);
  expect(headersOf(requestOf("aisync"))).not.toHaveProperty("X-Webhook-Signature-Previous");
});
