import { describe, expect, it } from "vitest";
import { MASK } from "./authorization";
import { extraHeadersSchema } from "./extra-headers";

/** Field → message, as the API names them. */
function refusals(headers: unknown): Record<string, string> {
  const issues = extraHeadersSchema.safeParse(headers).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

describe("an extra header", () => {
  it.each([
    { "X-Api-Key": "abc" },
    { Authorization: "Bearer a b" },
    { authorization: MASK },
    { X_Under_Score: "1" },
    { "1st": "!" },
    { ["X".repeat(100)]: "x".repeat(4096) },
    Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`X-${index}`, "v"])),
    {},
  ])("may be %j", (headers) => {
    expect(extraHeadersSchema.parse(headers)).toEqual(headers);
  });

  it.each(
    [
      "Host connection Keep-Alive TE trailer Transfer-Encoding upgrade Expect date proxy-authorization proxy-x",
      "content-type Content-Length content-encoding accept-encoding User-Agent",
      "cookie sec-fetch-site via forwarded x-forwarded-for X-Forwarded-Host x-real-ip",
      "webhook-id webhook-signature webhook-anything x-webhook-signature X-Webhook-Event-Id x-sydx-signature X-Sydx-New",
      "x-amz-security-token x-goog-api-key metadata Metadata-Flavor",
    ].flatMap((names) => names.split(" ")),
  )("may not be %s, and the refusal says so by name", (name) => {
    expect(refusals({ [name]: "1" })[name]).toMatch(new RegExp(`^${name} .+\\.$`));
  });

  it.each(["", " X-A", "X-A ", "-X", "_x", "X A", "X:A", "X\r\nY", "Ü", "x".repeat(101)])(
    "may not be named %j",
    (name) => {
      expect(Object.values(refusals({ [name]: "1" })).join()).toMatch(/^Header names have/);
    },
  );

  it.each(["", " a", "a ", "a\r\nX-B: 1", "a\tb", "é", "\u0000", "\u007f", "x".repeat(4097)])(
    "may not have the value %j",
    (value) => {
      expect(refusals({ "X-A": value })["X-A"]).toMatch(/X-A/);
    },
  );

  it("is masked only where it is an Authorization", () => {
    expect(refusals({ "X-A": MASK })).toHaveProperty("X-A");
  });
});

describe("extra headers together", () => {
  it("are at most 20", () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`X-${index}`, "v"]));
    expect(refusals(many)).toEqual({ "": "Give at most 20 headers." });
  });

  it("have at most 8192 characters", () => {
    const value = "x".repeat(4093);
    expect(refusals({ "X-A": value, "X-B": value })).toEqual({});
    expect(refusals({ "X-A": value, "X-B": `${value}x` })[""]).toMatch(/8192/);
  });

  it("have names that differ by more than case", () => {
    expect(refusals({ "X-A": "1", "x-a": "2" })).toEqual({ "x-a": "x-a stands there twice." });
  });

  it.each([null, [], [["X-A", "1"]], "X-A: 1", { "X-A": 1 }, { "X-A": null }])("are no %j", (headers) => {
    expect(extraHeadersSchema.safeParse(headers).success).toBe(false);
  });
});
