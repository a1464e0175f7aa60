import crypto from "node:crypto";
import { describe, expect, it } from "vitest";
import { isGenuine } from "../../testing/documented-verifiers";
import { delivered, EVENT, headersOf, KEYS, OTHER_SECRET, requestOf, stored } from "../../testing/outgoing";
import vectors from "../testdata/signatures.json";

const verifies = (request: ReturnType<typeof requestOf>, secret = KEYS.secret) => isGenuine(delivered(request), secret);

describe("the signature", () => {
  it.each(vectors.hmacSha256Hex)("of $body is the one others compute", ({ secret, body, hex }) => {
    expect(crypto.createHmac("sha256", secret).update(body).digest("hex")).toBe(hex);
  });

  it("of the documented event, its headers and its body are as documented, byte for byte", () => {
    const request = requestOf("sydx");
    expect(Buffer.from(request.body)).toEqual(Buffer.from(vectors.formats.sydx.body));
    expect(headersOf(request)).toEqual({
      ...vectors.formats.sydx.headers,
      "X-Sydx-Event-Id": EVENT.eventId,
      "X-Sydx-Delivery-Id": EVENT.deliveryId,
      "X-Sydx-Attempt": "1",
    });
  });

  it("fails for the secret without its prefix", () => {
    expect(verifies(requestOf("sydx"), KEYS.secret.replace("whsec_", ""))).toBe(false);
  });
});

describe("the documented verifier", () => {
  it.each(["x", "é", "漢", "🚀", "\\n"])("accepts a text of 200 KiB of %s", (piece) => {
    const text = `{"s":"${piece.repeat((200 * 1024) / Buffer.byteLength(piece))}"}`;
    expect(verifies(requestOf("sydx", { data: stored(text) }))).toBe(true);
  });

  it("would refuse a payload that was not made canonical", () => {
    expect(verifies(requestOf("sydx", { data: '{"n":1.0}' }))).toBe(false);
  });
});

describe("the headers", () => {
  it.each(["2026-03-25T08:22:50.254Z", "2026-03-25T08:22:50.000Z", "1970-01-01T00:00:00.000Z"])(
    "say the body's timestamp (%s)",
    (timestamp) => {
      const request = requestOf("sydx", { timestamp: new Date(timestamp) });
      expect(headersOf(request)["X-Sydx-Timestamp"]).toBe(timestamp);
      expect(JSON.parse(request.body)).toMatchObject({ timestamp });
    },
  );

  it("carry the previous secret's signature during a grace period, and only then", () => {
    const within = requestOf("sydx", {}, { secret: OTHER_SECRET, previousSecret: KEYS.secret });
    expect(verifies(within, OTHER_SECRET)).toBe(true);
    const { "x-sydx-signature-previous": previous } = delivered(within).headers;
    const asBefore = { ...delivered(within), headers: { "x-sydx-signature": String(previous) } };
    expect(isGenuine(asBefore, KEYS.secret)).toBe(true);
    expect(headersOf(requestOf("sydx"))).not.toHaveProperty("X-Sydx-Signature-Previous");
  });
});
