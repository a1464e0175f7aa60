import { describe, expect, it } from "vitest";
import { adviceFor as adviceIn, type Failure } from "./advice";
import { ATTEMPT_ERRORS } from "./attempt";
import { de } from "./messages/de";
import { english } from "./messages/english";
import { translatorOf, type Messages } from "./messages/translate";

const adviceFor = (its: Failure) => adviceIn(english("advice"), its);

const failure = (changes: Partial<Failure>): Failure => ({
  error: "http_status",
  errorDetail: null,
  responseCode: null,
  responseHeaders: [],
  url: "https://hooks.example.com:8443/path?token=hidden",
  remoteAddress: null,
  tlsExpiresAt: null,
  timeoutMs: 5000,
  secretRotatedAt: null,
  ourAddresses: [],
  ...changes,
});

const status = (responseCode: number) => ({ what: `status ${responseCode}`, changes: { responseCode } });
const detail = (error: Failure["error"], errorDetail: string) => ({
  what: `${error}/${errorDetail}`,
  changes: { error, errorDetail },
});

/** Cases that an owner must be able to tell apart. */
const cases: { what: string; changes: Partial<Failure> }[] = [
  ...ATTEMPT_ERRORS.filter((error) => error !== "http_status").map((error) => ({ what: error, changes: { error } })),
  ...["expired", "self_signed", "wrong_host", "untrusted", "protocol"].map((kind) => detail("tls", kind)),
  ...["connect", "body"].map((phase) => detail("timeout", phase)),
  detail("dns", "timeout"),
  detail("blocked_address", "url"),
  detail("refused", "proxy"),
  detail("refused", "unreachable"),
  detail("bad_response", "headers_too_large"),
  ...[302, 400, 401, 404, 410, 429, 500].map(status),
];

describe("advice", () => {
  it.each(cases)("for $what says what happened and what to do", ({ changes }) => {
    const { happened, todo } = adviceFor(failure(changes));
    expect(happened).toMatch(/^\S.{10,}\.$/);
    expect(todo).toMatch(/^\S.{5,}[.?]$/);
  });

  it("tells every case apart", () => {
    const advices = cases.map(({ changes }) => adviceFor(failure(changes)));
    expect(new Set(advices.map(({ happened }) => happened)).size).toBe(cases.length);
    expect(new Set(advices.map(({ todo }) => todo)).size).toBeGreaterThanOrEqual(cases.length - 1);
  });

  it.each([100, 204, 301, 399, 403, 405, 422, 499, 503, 599, 999])("names the status %d", (code) => {
    expect(adviceFor(failure({ responseCode: code })).happened).toMatch(`${code}:`);
  });
});

describe("advice names what the owner needs:", () => {
  it.each<{ what: string; changes: Partial<Failure>; says: string }>([
    { what: "the host", changes: { error: "dns" }, says: "hooks.example.com" },
    { what: "the address", changes: { error: "refused", remoteAddress: "192.0.2.7:8443" }, says: "192.0.2.7:8443" },
    {
      what: "the proxy that stands between",
      changes: { error: "refused", errorDetail: "proxy", remoteAddress: "192.0.2.7:8443" },
      says: "192.0.2.7:8443",
    },
    {
      what: "the day a certificate ended",
      changes: { error: "tls", errorDetail: "expired", tlsExpiresAt: "2026-03-03T23:59:59.000Z" },
      says: "ended on 3 March 2026",
    },
    ...(["refused", "timeout"] as const).map((error) => ({
      what: `our addresses for ${error}`,
      changes: {
        error,
        errorDetail: error === "timeout" ? "connect" : null,
        ourAddresses: ["203.0.113.7", "203.0.113.8/31"],
      },
      says: "(our addresses: 203.0.113.7, 203.0.113.8/31)",
    })),
    { what: "the limit", changes: { error: "timeout", timeoutMs: 2500 }, says: "2.5 s" },
    {
      what: "where a redirect leads",
      changes: { responseCode: 308, responseHeaders: [["Location", "https://example.com/new"]] },
      says: "https://example.com/new",
    },
    {
      what: "how long it is asked to wait",
      changes: { responseCode: 429, responseHeaders: [["retry-after", "60"]] },
      says: "it asked to wait 1 min",
    },
    {
      what: "how long that is, of a date",
      changes: {
        responseCode: 429,
        responseHeaders: [["retry-after", "Wed, 25 Mar 2026 08:23:20 GMT"]],
        startedAt: "2026-03-25T08:22:50.000Z",
      },
      says: "it asked to wait 30 s",
    },
    {
      what: "that an answer broke off",
      changes: { error: "reset", responseCode: 200 },
      says: "in the middle of the answer",
    },
    {
      what: "since when the secret is another one",
      changes: {
        responseCode: 401,
        secretRotatedAt: "2026-03-25T08:22:50.254Z",
        startedAt: "2026-03-25T08:25:00.000Z",
      },
      says: "rotated on 25 March 2026, 08:22 UTC",
    },
  ])("$what", ({ changes, says }) => {
    const { happened, todo } = adviceFor(failure(changes));
    expect(`${happened} ${todo}`).toContain(says);
  });

  it("but never the query of the URL, which may hold a token", () => {
    for (const { changes } of cases) expect(JSON.stringify(adviceFor(failure(changes)))).not.toContain("hidden");
  });

  it("but no rotation that came after the attempt", () => {
    const rotated = { secretRotatedAt: "2026-03-25T08:22:50.254Z", startedAt: "2026-03-25T08:20:00.000Z" };
    expect(adviceFor(failure({ responseCode: 401, ...rotated })).todo).not.toContain("rotated");
  });

  it("but not that a test has disabled anything", () => {
    expect(adviceFor(failure({ responseCode: 410 })).todo).toContain("was disabled");
    expect(adviceFor(failure({ responseCode: 410, isTest: true })).todo).not.toContain("was disabled");
  });

  it("in German, too, with instants as its reader has them", () => {
    const t = translatorOf("de", de as unknown as Messages, "advice");
    const instants = { date: () => "3. März 2026", exact: () => "jetzt" };
    const expired = failure({ error: "tls", errorDetail: "expired", tlsExpiresAt: "2026-03-03T23:59:59.000Z" });
    expect(adviceIn(t, expired, instants).happened).toBe(
      "Das Zertifikat von hooks.example.com:8443 ist am 3. März 2026 abgelaufen.",
    );
  });

  it("and does without a URL that is missing or unreadable", () => {
    for (const url of [null, "", "nonsense"]) {
      expect(adviceFor(failure({ error: "dns", url })).happened).toContain("the receiver");
    }
  });
});
