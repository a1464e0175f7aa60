import { expect, it } from "vitest";
import type { AlertCondition } from "@/lib/core/alert-condition";
import { english } from "@/lib/core/messages/english";
import { conditionWords } from "./condition-words";

it.each<[AlertCondition, string]>([
  [{ kind: "repeated_failures", count: 10 }, "10 attempts in a row fail"],
  [{ kind: "repeated_failures", count: 1 }, "An attempt fails"],
  [
    { kind: "success_rate", belowPercent: 95, windowMinutes: 90, minimumAttempts: 20 },
    "Less than 95 % succeed within 1 h 30 min, of 20 attempts or more",
  ],
  [{ kind: "event_type_failing", eventType: "call.ended", count: 1 }, "An attempt of call.ended fails"],
  [
    { kind: "event_type_failing", eventType: "call.ended", count: 5 },
    "5 attempts of call.ended fail without a success",
  ],
  [
    { kind: "latency_p95", aboveMs: 2000, windowMinutes: 15, minimumAttempts: 20 },
    "Slower than 2,000 ms for one answer in 20 within 15 min, of 20 attempts or more",
  ],
  [{ kind: "backlog_age", olderThanSeconds: 300 }, "A delivery has been due for 5 min without being sent"],
  [{ kind: "silence", forMinutes: 60 }, "No event for 1 h"],
  [{ kind: "silence", forMinutes: 60, eventTypes: ["sms.sent"] }, "No event for 1 h: sms.sent"],
  [{ kind: "certificate", days: 14 }, "The receiver’s certificate expires within 14 days"],
])("%j is said as: %s", (condition, words) => {
  expect(conditionWords(english("alerts"), condition, String)).toBe(words);
});
