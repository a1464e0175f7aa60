import { describe, expect, it } from "vitest";
import { FORMAT_NAMES, FORMATS } from ".";
import { isGenuine } from "../../testing/documented-verifiers";
import { delivered, EVENT, forHostilePayloads, headersOf, KEYS, OTHER_SECRET, requestOf } from "../../testing/outgoing";
import { bodyAgain } from "./request";

describe.each(FORMAT_NAMES)("%s", (format) => {
  const credential = format === "sidecar" ? KEYS.authorization : KEYS.secret;

  it("is accepted by its documented verifiers, and by them only with the right secret", () => {
    const request = delivered(requestOf(format));
    expect(isGenuine(request, credential, format)).toBe(true);
    expect(isGenuine(request, OTHER_SECRET, format)).toBe(false);
  });

  it("sends bodies that parsing and stringifying gives back, and that verify, for 1,000 of 1,000 odd payloads", () => {
    forHostilePayloads((data, what) => {
      const request = requestOf(format, { data });
      if (JSON.stringify(JSON.parse(request.body)) !== request.body) expect.fail(`not canonical: ${what}`);
      if (!isGenuine(delivered(request), credential, format)) expect.fail(`not genuine: ${what}`);
    });
  });

  it("sends the same body on every attempt, whenever it is made", () => {
    const later = { attempt: 2, deliveryId: "dlv_2", attemptedAt: new Date(EVENT.attemptedAt.getTime() + 90_000) };
    expect(requestOf(format, later).body).toBe(requestOf(format).body);
  });

  it("shows the bytes of an attempt again, without the secret, also after a rotation", () => {
    const { body, bodySignature = null } = requestOf(format);
    expect(bodyAgain(format, EVENT, bodySignature)).toBe(body);
    const rotated = requestOf(format, {}, { ...KEYS, secret: OTHER_SECRET });
    expect(bodyAgain(format, EVENT, rotated.bodySignature ?? null)).toBe(rotated.body);
  });

  it("declares the headers that it alone sends, and no header stands twice", () => {
    const names = requestOf(format, {}, { ...KEYS, previousSecret: OTHER_SECRET }).headers.map(([name]) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...FORMATS[format].headerNames]));
  });

  it("is JSON, says who sends it, and carries the event's id", () => {
    const headers = headersOf(requestOf(format));
    expect(headers["Content-Type"]).toBe("application/json");
    expect(headers["User-Agent"]).toMatch(/^(SydxAI-Webhook|OutboundWebhooks)\/1\.0$/);
    expect(Object.values(headers)).toContain(EVENT.eventId);
  });
});
