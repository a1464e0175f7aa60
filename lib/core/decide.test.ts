import { describe, expect, it } from "vitest";
import { ATTEMPT_ERRORS, type AttemptResult } from "./attempt";
import { decide, type Decision } from "./decide";

const now = new Date("2026-03-25T08:22:50.254Z");
const delaysSeconds = [5, 30, 120];
const base = { startedAt: now, durationMs: 84, phases: {} };

function answered(code: number, retryAfter?: string): AttemptResult {
  const headers: [string, string][] = retryAfter === undefined ? [] : [["Retry-After", retryAfter]];
  const isSuccess = code >= 200 && code <= 299;
  const response = { code, headers, body: new Uint8Array(), bytes: 0 };
  return { ...base, response, ...(isSuccess ? {} : { error: "http_status" as const }) };
}

const retry = (delayMs: number): Decision => ({ kind: "retry", delayMs });
const after = (result: AttemptResult, changes: { failures?: number; delaysSeconds?: number[] } = {}) =>
  decide({ result, failures: 0, delaysSeconds, now, random: 0, ...changes });

describe("after an answer", () => {
  it.each<{ what: string; result: AttemptResult; decision: Decision }>([
    { what: "200 succeeds", result: answered(200), decision: { kind: "succeeded" } },
    { what: "204 succeeds", result: answered(204), decision: { kind: "succeeded" } },
    { what: "299 succeeds", result: answered(299), decision: { kind: "succeeded" } },
    { what: "a 2xx with Retry-After succeeds", result: answered(200, "60"), decision: { kind: "succeeded" } },
    { what: "a redirect is retried", result: answered(302), decision: retry(5_000) },
    { what: "400 is retried", result: answered(400), decision: retry(5_000) },
    { what: "404 is retried", result: answered(404), decision: retry(5_000) },
    { what: "410 disables the webhook", result: answered(410), decision: { kind: "disabled", reason: "gone" } },
    { what: "999 is retried", result: answered(999), decision: retry(5_000) },
    { what: "429 alone follows the schedule", result: answered(429), decision: retry(5_000) },
    { what: "429 that asks for longer gets it", result: answered(429, "60"), decision: retry(60_000) },
    { what: "429 that asks for shorter doesn't", result: answered(429, "1"), decision: retry(5_000) },
    { what: "503 that asks for longer gets it", result: answered(503, "60"), decision: retry(60_000) },
    { what: "503 that asks for shorter doesn't", result: answered(503, "0"), decision: retry(5_000) },
    {
      what: "503 that asks for a date gets it",
      result: answered(503, "Wed, 25 Mar 2026 08:23:50 GMT"),
      decision: retry(59_746),
    },
    { what: "503 that asks for a year gets a day", result: answered(503, "31536000"), decision: retry(86_400_000) },
    { what: "503 that asks for nonsense follows the schedule", result: answered(503, "later"), decision: retry(5_000) },
    { what: "500 may not ask", result: answered(500, "60"), decision: retry(5_000) },
    { what: "301 may not ask", result: answered(301, "60"), decision: retry(5_000) },
  ])("$what", ({ result, decision }) => {
    expect(after(result)).toEqual(decision);
  });
});

describe("after no answer", () => {
  it.each(ATTEMPT_ERRORS)("%s is retried", (error) => {
    expect(after({ ...base, error })).toEqual(retry(5_000));
  });

  it("a 2xx whose body never ended is retried", () => {
    expect(after({ ...answered(200), error: "timeout", errorDetail: "body" })).toEqual(retry(5_000));
  });
});

describe("the schedule", () => {
  it.each([
    { failures: 0, decision: retry(5_000) },
    { failures: 1, decision: retry(30_000) },
    { failures: 2, decision: retry(120_000) },
    { failures: 3, decision: { kind: "exhausted" } },
    { failures: 50, decision: { kind: "exhausted" } },
  ])("after $failures earlier failures", ({ failures, decision }) => {
    expect(after(answered(500), { failures })).toEqual(decision);
  });

  it("that is empty is used up by the first failure", () => {
    expect(after(answered(500), { delaysSeconds: [] })).toEqual({ kind: "exhausted" });
  });

  it("that is used up isn't prolonged by Retry-After", () => {
    expect(after(answered(503, "60"), { failures: 3 })).toEqual({ kind: "exhausted" });
  });

  it("that is used up still lets 410 disable and 200 succeed", () => {
    expect(after(answered(410), { failures: 3 })).toEqual({ kind: "disabled", reason: "gone" });
    expect(after(answered(200), { failures: 3 })).toEqual({ kind: "succeeded" });
  });
});
