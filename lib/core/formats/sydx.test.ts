import crypto from "node:crypto";
import { describe, expect, it } from "vitest";
import { hostileObject } from "../../testing/payloads";
import { seededRandom } from "../../testing/random";
import { publishEventSchema } from "../event";
import { parseJson } from "../json";
import vectors from "../testdata/signatures.json";
import type { OutgoingEvent, OutgoingRequest } from "./format";
import { sydx } from "./sydx";

const { event: documented } = vectors.sydx;
const secret = documented.secret;
const event: OutgoingEvent = {
  eventId: "evt_01kmj2223e0000000000000000",
  deliveryId: "dlv_01kmj2223e0000000000000000",
  attempt: 1,
  type: documented.type,
  timestamp: new Date(documented.timestamp),
  accountId: documented.accountId,
  webhookId: documented.webhookId,
  data: JSON.stringify(documented.data),
};
const headersOf = ({ headers }: OutgoingRequest) => Object.fromEntries(headers);

/** As the documentation tells receivers to do it, over a body that their framework has parsed already. */
function verifies({ headers, body }: OutgoingRequest, key = secret, header = "X-Sydx-Signature"): boolean {
  const given = Object.fromEntries(headers)[header] ?? "";
  const parsed: unknown = JSON.parse(Buffer.from(body).toString());
  const expected = crypto.createHmac("sha256", key).update(JSON.stringify(parsed)).digest("hex");
  return given.length === expected.length && crypto.timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

/** What publishing does to a text before it is stored. */
function stored(text: string): string {
  const published = publishEventSchema.parse({ type: "call.ended", data: parseJson(text) });
  return JSON.stringify(published.data);
}

describe("the signature", () => {
  it.each(vectors.hmacSha256Hex)("of $body is the one others compute", ({ secret: key, body, hex }) => {
    expect(crypto.createHmac("sha256", key).update(body).digest("hex")).toBe(hex);
  });

  it("of the documented event, its headers and its body are as documented, byte for byte", () => {
    const request = sydx.build(event, { secret });
    expect(Buffer.from(request.body)).toEqual(Buffer.from(vectors.sydx.body));
    expect(headersOf(request)).toEqual({
      ...vectors.sydx.headers,
      "X-Sydx-Event-Id": event.eventId,
      "X-Sydx-Delivery-Id": event.deliveryId,
      "X-Sydx-Attempt": "1",
    });
    expect(verifies(request)).toBe(true);
  });

  it("fails for another secret, and for the secret without its prefix", () => {
    const request = sydx.build(event, { secret });
    expect(verifies(request, "whsec_other")).toBe(false);
    expect(verifies(request, secret.replace("whsec_", ""))).toBe(false);
  });
});

describe("the documented verifier", () => {
  it("accepts 1,000 of 1,000 payloads that were published in odd shapes", () => {
    const random = seededRandom();
    let unlikeCanonical = 0;
    for (let count = 0; count < 1_000; count++) {
      const text = hostileObject(random);
      const data = stored(text);
      if (data !== text) unlikeCanonical++;
      const isAccepted = verifies(sydx.build({ ...event, data }, { secret }));
      expect(isAccepted, `seed ${random.seed}, payload ${count}: ${text}`).toBe(true);
    }
    // Without this the thousand would prove nothing.
    expect(unlikeCanonical, `seed ${random.seed}`).toBeGreaterThan(500);
  });

  it.each(["x", "é", "漢", "🚀", "\\n"])("accepts a text of 200 KiB of %s", (piece) => {
    const text = `{"s":"${piece.repeat((200 * 1024) / Buffer.byteLength(piece))}"}`;
    expect(verifies(sydx.build({ ...event, data: stored(text) }, { secret }))).toBe(true);
  });

  it("would refuse a payload that was not made canonical", () => {
    expect(verifies(sydx.build({ ...event, data: '{"n":1.0}' }, { secret }))).toBe(false);
  });
});

describe("a retry", () => {
  it("sends the same body and signature; only the attempt's number differs", () => {
    const first = sydx.build({ ...event, attempt: 1 }, { secret });
    const second = sydx.build({ ...event, attempt: 2 }, { secret });
    expect(second.body).toBe(first.body);
    expect(headersOf(second)).toEqual({ ...headersOf(first), "X-Sydx-Attempt": "2" });
  });

  it("after a rotation changes the signature and nothing else", () => {
    const first = sydx.build(event, { secret });
    const second = sydx.build(event, { secret: "whsec_new" });
    expect(second.body).toBe(first.body);
    expect(verifies(second, "whsec_new")).toBe(true);
    expect({ ...headersOf(second), "X-Sydx-Signature": "" }).toEqual({ ...headersOf(first), "X-Sydx-Signature": "" });
  });
});

describe("the headers", () => {
  it.each(["2026-03-25T08:22:50.254Z", "2026-03-25T08:22:50.000Z", "1970-01-01T00:00:00.000Z"])(
    "say the body's timestamp (%s)",
    (timestamp) => {
      const request = sydx.build({ ...event, timestamp: new Date(timestamp) }, { secret });
      expect(headersOf(request)["X-Sydx-Timestamp"]).toBe(timestamp);
      expect(JSON.parse(request.body)).toMatchObject({ timestamp });
    },
  );

  it("carry the previous secret's signature during a grace period, and only then", () => {
    const within = sydx.build(event, { secret: "whsec_new", previousSecret: secret });
    expect(verifies(within, "whsec_new")).toBe(true);
    expect(verifies(within, secret, "X-Sydx-Signature-Previous")).toBe(true);
    expect(headersOf(sydx.build(event, { secret: "whsec_new" }))).not.toHaveProperty("X-Sydx-Signature-Previous");
  });
});
