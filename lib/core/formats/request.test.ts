import { describe, expect, it } from "vitest";
import { clash, FORMAT_NAMES, type FormatName } from ".";
import { isGenuine } from "../../testing/documented-verifiers";
import { delivered, EVENT, headersOf, KEYS, OTHER_SECRET, requestOf } from "../../testing/outgoing";

const PAIRS = FORMAT_NAMES.flatMap((one) =>
  FORMAT_NAMES.filter((two) => two !== one).map((two) => [one, two] as const),
);
const credentialOf = (format: FormatName) => (format === "sidecar" ? KEYS.authorization : KEYS.secret);

describe("migration mode", () => {
  it.each(PAIRS)("%s with %s verifies as either, over the first one's body", (format, alsoSign) => {
    expect(clash(format, alsoSign)).toEqual([]);
    const alone = requestOf(format);
    const both = requestOf(format, {}, KEYS, { alsoSign });
    expect(both.body).toBe(alone.body);
    expect(headersOf(both)).toMatchObject(headersOf(alone));
    for (const name of [format, alsoSign]) expect(isGenuine(delivered(both), credentialOf(name), name)).toBe(true);
    const names = both.headers.map(([name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it("carries both formats' old signatures during a grace period", () => {
    const keys = { secret: OTHER_SECRET, previousSecret: KEYS.secret };
    const headers = headersOf(requestOf("sydx", {}, keys, { alsoSign: "aisync" }));
    expect(headers).toHaveProperty("X-Sydx-Signature-Previous");
    expect(headers).toHaveProperty("X-Webhook-Signature-Previous");
  });

  it.each(FORMAT_NAMES)("%s would clash with itself", (format) => {
    expect(clash(format, format)).not.toEqual([]);
  });
});

describe("extra headers", () => {
  it("come after the format's, in their order, and never instead of them", () => {
    const extraHeaders: [string, string][] = [
      ["X-Team", "crm"],
      ["x-sydx-signature", "forged"],
      ["authorization", "Bearer other"],
      ["A", "1"],
    ];
    const request = requestOf("sydx", {}, KEYS, { alsoSign: "sidecar", extraHeaders });
    expect(request.headers.slice(-2)).toEqual([
      ["X-Team", "crm"],
      ["A", "1"],
    ]);
    expect(isGenuine(delivered(request), KEYS.secret)).toBe(true);
    expect(headersOf(request)["Authorization"]).toBe(KEYS.authorization);
    expect(headersOf(request)["X-Sydx-Event-Id"]).toBe(EVENT.eventId);
  });
});
