import { expect, it } from "vitest";
import { nextStepOf } from "./next-step";

const failing = (result: string) => ({
  ...{ status: "active" as const, disabledReason: null },
  health: {
    ...{ state: "failing" as const, consecutiveFailures: 5 },
    ...{ lastDay: { attempts: 9, succeeded: 4 }, lastHour: { attempts: 9, succeeded: 4, p95Ms: 90 } },
    failures: [
      { result, count: 4 },
      { result: "500", count: 1 },
    ],
  },
});

it.each([
  ["401", "secret"],
  ["404", "path"],
  ["301", "redirect"],
  ["422", "payload"],
  ["429", "rate"],
  ["503", "receiver"],
  ["tls", "certificate"],
  ["timeout", "answerSooner"],
  ["something_new", "deliveries"],
])("what mostly failed with %s leads to %s", (result, step) => {
  expect(nextStepOf(failing(result))).toBe(step);
});

it("a disabled webhook says what its reason asks for", () => {
  const disabled = { ...failing("401"), status: "disabled" as const };
  expect(nextStepOf({ ...disabled, disabledReason: "gone" })).toBe("url");
  expect(nextStepOf({ ...disabled, disabledReason: "secret_unreadable" })).toBe("unreadable");
  expect(nextStepOf({ ...disabled, disabledReason: "failing_too_long" })).toBe("secret");
});

it("what is only slow is asked to answer sooner", () => {
  const { health, ...rest } = failing("500");
  const lastHour = { attempts: 20, succeeded: 20, p95Ms: 4_800 };
  expect(nextStepOf({ ...rest, health: { ...health, state: "degraded", lastHour } })).toBe("answerSooner");
});
