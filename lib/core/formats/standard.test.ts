import { describe, expect, it } from "vitest";
import { isGenuine } from "../../testing/documented-verifiers";
import { delivered, EVENT, headersOf, KEYS, OTHER_SECRET, requestOf } from "../../testing/outgoing";
import vectors from "../testdata/signatures.json";
import { hmac } from "./hmac";
import { standard } from "./standard";

const signatureOf = (vector: { secret: string; id: string; timestamp: number; body: string }, previous?: string) => {
  const event = { ...EVENT, eventId: vector.id, attemptedAt: new Date(vector.timestamp * 1000 + 999) };
  const keys = { secret: vector.secret, ...(previous ? { previousSecret: previous } : {}) };
  return new Map(standard.headersOf(event, vector.body, keys, hmac)).get("webhook-signature");
};

describe("standard", () => {
  it.each(vectors.standardWebhooks)("signs $id $body as the specification does", (vector) => {
    expect(signatureOf(vector)).toBe(vector.signature);
  });

  it("sends both signatures during a grace period, the new one first", () => {
    const { new: secret, old, signature, ...rest } = vectors.standardWebhooksRotation;
    expect(signatureOf({ secret, ...rest }, old)).toBe(signature);
    const within = delivered(requestOf("standard", {}, { secret, previousSecret: old }));
    for (const key of [secret, old]) expect(isGenuine(within, key, "standard")).toBe(true);
  });

  it("has a body of type, timestamp and data, and says the second of the attempt", () => {
    const request = requestOf("standard", { attemptedAt: new Date(1_700_000_000_999) });
    expect(request.body).toBe(`{"type":"${EVENT.type}","timestamp":"2026-03-25T08:22:50.254Z","data":${EVENT.data}}`);
    expect(headersOf(request)).toEqual({
      "Content-Type": "application/json",
      "User-Agent": "OutboundWebhooks/1.0",
      "webhook-id": EVENT.eventId,
      "webhook-timestamp": "1700000000",
      "webhook-signature": expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/) as string,
    });
  });

  it("is refused five minutes later by the published libraries: a recorded delivery can't be played again", () => {
    const old = delivered(requestOf("standard", { attemptedAt: new Date(Date.now() - 301_000) }));
    expect(isGenuine(old, KEYS.secret, "standard")).toBe(false);
    expect(isGenuine(delivered(requestOf("standard")), OTHER_SECRET, "standard")).toBe(false);
  });
});
