import { expect, it } from "vitest";
import { english } from "./messages/english";
import { isOwnPolicy, policyWords as policyWordsIn } from "./policy-words";

const policyWords = (policy: Parameters<typeof policyWordsIn>[1]) => policyWordsIn(english("form"), policy);

const PLAIN = { format: "sidecar", retry: { preset: "sidecar" }, timeoutMs: 5000, concurrency: 16 } as const;

it("says the schedule and the timeout of a webhook that sets nothing", () => {
  expect(policyWords(PLAIN)).toEqual([
    "Up to 6 attempts, the last one 7 min 40 s after the event.",
    "Gives up on an answer after 5 s.",
  ]);
  expect(isOwnPolicy(PLAIN)).toBe(false);
});

it.each([
  [{ retry: { preset: "sydx" } }, "Up to 4 attempts, the last one 2 min 35 s after the event."],
  [{ retry: { delaysSeconds: [] } }, "One attempt, no retries."],
  [{ timeoutMs: 1000 }, "Gives up on an answer after 1 s."],
  [{ concurrency: 1 }, "1 at once."],
  [{ ratePerSecond: 10 }, "At most 10 a second."],
  [{ orderBy: "data.contact" }, "In order by data.contact."],
  [{ headers: { "X-Team": "crm" } }, "1 extra header."],
  [{ alsoSign: { format: "standard", until: "2026-12-31T23:59:59Z" } }, "Also sends the headers of Standard Webhooks."],
] as const)("says what is set: %o", (changes, words) => {
  const policy = { ...PLAIN, ...changes } as Parameters<typeof policyWords>[0];
  expect(policyWords(policy)).toContain(words);
  expect(isOwnPolicy(policy)).toBe(true);
});

it.each([{ autoDisable: { preset: "off" } }, { autoRecover: false }] as const)("counts %o as set", (changes) => {
  expect(isOwnPolicy({ ...PLAIN, ...changes })).toBe(true);
  expect(isOwnPolicy({ ...PLAIN, autoDisable: null, autoRecover: null })).toBe(false);
});

it("says nothing of what can't be read yet", () => {
  const typing = { ...PLAIN, retry: { delaysSeconds: [Number.NaN] }, concurrency: Number.NaN };
  expect(policyWords(typing)).toEqual(["Gives up on an answer after 5 s."]);
});
