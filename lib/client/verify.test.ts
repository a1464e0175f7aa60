import { describe, expect, it } from "vitest";
import { FORMAT_NAMES, type FormatName } from "../core/formats";
import type { SigningKeys } from "../core/formats/format";
import vectors from "../core/testdata/signatures.json";
import { delivered, EVENT, forHostilePayloads, KEYS, OTHER_SECRET, requestOf } from "../testing/outgoing";
import { verify, type VerifyOptions } from "./verify";

const optionsOf = (format: FormatName, keys: SigningKeys = KEYS): VerifyOptions =>
  format === "sidecar" ? { format, authorization: keys.authorization } : { format, secret: keys.secret };

const OTHER_KEYS = { secret: OTHER_SECRET, authorization: "Bearer guessed" };
const SIGNED = FORMAT_NAMES.filter((format) => format !== "sidecar");

describe.each(FORMAT_NAMES)("%s", (format) => {
  const request = delivered(requestOf(format));

  it("finds what the product sends genuine, and says what happened", () => {
    expect(verify(request.body, request.headers, optionsOf(format))).toEqual({
      ok: true,
      eventId: EVENT.eventId,
      type: EVENT.type,
      timestamp: format === "sidecar" ? null : EVENT.timestamp.toISOString(),
      data: JSON.parse(EVENT.data),
    });
    const headers = new Headers(requestOf(format).headers);
    expect(verify(Buffer.from(request.body), headers, optionsOf(format)).ok).toBe(true);
  });

  it("refuses another secret or value, and a request without its headers", () => {
    expect(verify(request.body, request.headers, optionsOf(format, OTHER_KEYS)).ok).toBe(false);
    expect(verify(request.body, {}, optionsOf(format)).ok).toBe(false);
  });

  it("refuses what is no delivery, and says what to do where the body isn't raw", () => {
    const check = (body: unknown) => verify(body as string, request.headers, optionsOf(format));
    expect(check(undefined)).toMatchObject({ ok: false, reason: expect.stringContaining("no body") });
    expect(check(JSON.parse(request.body))).toMatchObject({ ok: false, reason: expect.stringContaining("raw body") });
    expect(check("").ok).toBe(false);
    expect(verify("{}", { authorization: KEYS.authorization }, optionsOf("sidecar")).ok).toBe(false);
  });

  it("throws where the receiver gives no secret or value: nothing is genuine then", () => {
    expect(() => verify(request.body, request.headers, { format })).toThrow(/option (secret|authorization)/);
    expect(() => verify(request.body, request.headers, { format, secret: "", authorization: "" })).toThrow(/option/);
  });

  it("finds 1,000 of 1,000 odd payloads genuine", () => {
    forHostilePayloads((data, what) => {
      const odd = delivered(requestOf(format, { data }));
      if (!verify(odd.body, odd.headers, optionsOf(format)).ok) expect.fail(what);
    });
  });
});

describe.each(SIGNED)("%s, signed", (format) => {
  it("refuses a body that was changed by a byte", () => {
    const { body, headers } = delivered(requestOf(format));
    expect(verify(body.replace("John", "Joan"), headers, optionsOf(format)).ok).toBe(false);
    expect(verify(`${body}\n`, headers, optionsOf(format)).ok).toBe(false);
  });

  it("is genuine for the old secret, the new one and both during a rotation, and not for a third", () => {
    const { body, headers } = delivered(requestOf(format, {}, { secret: OTHER_SECRET, previousSecret: KEYS.secret }));
    for (const secret of [KEYS.secret, OTHER_SECRET, [KEYS.secret, OTHER_SECRET]]) {
      expect(verify(body, headers, { format, secret }).ok).toBe(true);
    }
    expect(verify(body, headers, { format, secret: "whsec_dGhpcmQ=" }).ok).toBe(false);
  });

  it("refuses signatures of any shape without throwing", () => {
    const { body, headers } = delivered(requestOf(format));
    const names = Object.keys(headers).filter((name) => name.includes("signature"));
    for (const odd of ["", " ", "v1,", "sha256=", "é", "0".repeat(64), "v1,é v2,x", "a".repeat(10_000)]) {
      const forged = { ...headers, ...Object.fromEntries(names.map((name) => [name, odd])) };
      expect([odd, verify(body, forged, optionsOf(format)).ok]).toEqual([odd, false]);
    }
  });
});

describe("standard", () => {
  const { id, timestamp, body, signature, old } = vectors.standardWebhooksRotation;
  const headers = { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signature };
  const at = (seconds: number) => ({ format: "standard" as const, secret: old, now: new Date(seconds * 1000) });

  it("agrees with signatures that were made outside of this code base", () => {
    expect(verify(body, headers, at(timestamp))).toMatchObject({ ok: true, eventId: id });
  });

  it("refuses what is more than five minutes old or ahead, unless told otherwise", () => {
    expect(verify(body, headers, at(timestamp + 300)).ok).toBe(true);
    expect(verify(body, headers, at(timestamp + 301)).ok).toBe(false);
    expect(verify(body, headers, at(timestamp - 301)).ok).toBe(false);
    expect(verify(body, headers, { ...at(timestamp + 3600), toleranceSeconds: 3600 }).ok).toBe(true);
    expect(verify(body, { ...headers, "webhook-timestamp": "NaN" }, at(timestamp)).ok).toBe(false);
  });
});

it.each(FORMAT_NAMES)("reads the body of %s, whichever format's headers are checked in migration mode", (format) => {
  for (const alsoSign of FORMAT_NAMES.filter((other) => other !== format)) {
    const request = delivered(requestOf(format, { data: '{"data":1,"timestamp":2}' }, KEYS, { alsoSign }));
    const result = verify(request.body, request.headers, optionsOf(alsoSign));
    expect(result).toMatchObject({ ok: true, type: EVENT.type, data: { data: 1, timestamp: 2 } });
  }
});

it("a genuine body that isn't an object is refused, not thrown over", () => {
  const options = { format: "sidecar", authorization: "x" } as const;
  for (const body of ["", "[]", "null", "{", "1"]) {
    expect(verify(body, { Authorization: "x" }, options)).toEqual({ ok: false, reason: expect.any(String) });
  }
});
