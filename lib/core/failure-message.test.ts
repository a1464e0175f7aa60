import { describe, expect, it } from "vitest";
import { failureMessage } from "./failure-message";

describe("what a receiver said", () => {
  it.each([
    ["", ""],
    ["  \n", ""],
    ["Unauthorized", "Unauthorized"],
    ['{"error":"invalid signature"}', "invalid signature"],
    ['{"error":{"code":"bad_sig","message":"Invalid signature"}}', "Invalid signature"],
    ['{"errors":[{"detail":"No such contact"}]}', "No such contact"],
    ['{"errors":["first","second"]}', "first"],
    ['{"message":"","title":"Forbidden"}', "Forbidden"],
    ['"just words"', "just words"],
    ['{"ok":false}', "{“…”:false}"],
    ['{"message":"contact 919876543210 not found","request":"8f1c', "contact … not found"],
    ["<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", "Bad Gateway"],
    ["<h1>Not\n found</h1>", "Not found"],
    ["<p>Down <b>for</b> maintenance</p><script>var a = 1;", "Down for maintenance"],
    ["Duplicate key (id)=(6b1f0b60-9d0b-4a43-8a73-2c9a0e7a0f11)", "Duplicate key (id)=(…)"],
    ["no webhook wh_01kmhagkve0008000000000001 here", "no webhook … here"],
    ["signature 0b12ff90aa doesn't match 12ab34cd56ef", "signature … doesn't match …"],
    ["timestamp 2026-03-25T08:22:50.254Z is too old", "timestamp … is too old"],
    ["at 2026-03-25 08:22:50 +02:00 from 203.0.113.7:443", "at … from …"],
    ["field \"lead_score\" of 'data' is wrong", "field “…” of “…” is wrong"],
    ["it isn't what it's called", "it isn't what it's called"],
    ["see https://example.com/e/12?x=1 or mail ops@example.com", "see … or mail …"],
    ["limit 1,000 per 60 s, wait 3.5", "limit # per # s, wait #"],
  ])("of %j is %j", (body, message) => {
    expect(failureMessage(body)).toBe(message);
  });

  it("is one line of at most 120 characters, and whole ones", () => {
    const long = failureMessage("no 😀".repeat(100));
    expect([...long].length).toBeGreaterThan(110);
    expect([...long].length).toBeLessThanOrEqual(120);
    expect(long.isWellFormed()).toBe(true);
    expect(failureMessage(`a\u0000b\r\n\tc`)).toBe("a b c");
  });

  it("doesn't hang on what is made for that", () => {
    const hostile = [
      "<".repeat(2048),
      `{"error":"${"\\".repeat(2000)}`,
      "a".repeat(2048),
      "1".repeat(2048),
      "a@".repeat(1000),
    ];
    for (const body of hostile) expect([...failureMessage(body)].length).toBeLessThanOrEqual(120);
  });
});
