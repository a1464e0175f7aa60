import { describe, expect, it } from "vitest";
import { alertConditionSchema } from "./alert-condition";
import { evaluate, type AlertFacts } from "./alert-rules";

const now = new Date("2026-03-25T08:22:50.000Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const FACTS: AlertFacts = { createdAt: ago(100_000), consecutiveFailures: 0, lastSuccessAt: null, tlsExpiresAt: null };
const rate = { kind: "success_rate", belowPercent: 95, windowMinutes: 60, minimumAttempts: 20 };
const p95 = { kind: "latency_p95", aboveMs: 1000, windowMinutes: 15, minimumAttempts: 10 };
const typed = { kind: "event_type_failing", eventType: "call.ended", count: 3 };
const silent = { kind: "silence", forMinutes: 60 };

describe("a rule", () => {
  it.each<[string, object, Partial<AlertFacts>, string | undefined]>([
    ["failures: one short", { kind: "repeated_failures", count: 5 }, { consecutiveFailures: 4 }, undefined],
    [
      "failures: enough",
      { kind: "repeated_failures", count: 5 },
      { consecutiveFailures: 5 },
      "5 attempts failed in a row",
    ],
    ["one failure", { kind: "repeated_failures", count: 1 }, { consecutiveFailures: 1 }, "1 attempt failed in a row"],
    ["rate: just right", rate, { attempts: { count: 100, succeeded: 95 } }, undefined],
    [
      "rate: just below",
      rate,
      { attempts: { count: 10_000, succeeded: 9_499 } },
      "9,499 of 10,000 attempts succeeded within 60 minutes: 94.9 %",
    ],
    ["rate: too few to say", rate, { attempts: { count: 19, succeeded: 0 } }, undefined],
    ["rate: nothing known", rate, {}, undefined],
    ["type: two failed", typed, { failuresOfType: 2 }, undefined],
    ["type: three failed", typed, { failuresOfType: 3 }, "3 attempts of call.ended failed since one last succeeded"],
    ["latency: quick", p95, { latencies: new Map([[10, 100]]) }, undefined],
    [
      "latency: five of a hundred are slow",
      p95,
      {
        latencies: new Map([
          [10, 95],
          [24, 5],
        ]),
      },
      undefined,
    ],
    [
      "latency: ten of a hundred are slow",
      p95,
      {
        latencies: new Map([
          [10, 90],
          [24, 10],
        ]),
      },
      "95 % of 100 attempts within 15 minutes took up to 4,944 ms",
    ],
    ["latency: too few to say", p95, { latencies: new Map([[24, 9]]) }, undefined],
    ["backlog: none", { kind: "backlog_age", olderThanSeconds: 300 }, {}, undefined],
    ["backlog: young", { kind: "backlog_age", olderThanSeconds: 300 }, { dueSince: ago(4.9) }, undefined],
    [
      "backlog: old",
      { kind: "backlog_age", olderThanSeconds: 300 },
      { dueSince: ago(5) },
      "A delivery has been due for 5 minutes and wasn't sent",
    ],
    ["silence: an event lately", silent, { lastEventAt: ago(59) }, undefined],
    ["silence: long", silent, { lastEventAt: ago(60) }, "No event for 60 minutes or longer"],
    ["silence: longer than is known", silent, {}, "No event for 60 minutes or longer"],
    ["silence: a new webhook has time", silent, { createdAt: ago(59) }, undefined],
    [
      "silence of some types",
      { ...silent, forMinutes: 2880, eventTypes: ["call.ended", "sms.sent"] },
      {},
      "No call.ended or sms.sent for 2 days or longer",
    ],
    ["certificate: none seen", { kind: "certificate" }, {}, undefined],
    ["certificate: in 14 days", { kind: "certificate" }, { tlsExpiresAt: ago(-14 * 1440) }, undefined],
    [
      "certificate: in less than 14 days",
      { kind: "certificate" },
      { tlsExpiresAt: ago(-8.5 * 1440) },
      "The receiver's certificate expires on 2026-04-02, in 8 days",
    ],
    [
      "certificate: expired",
      { kind: "certificate" },
      { tlsExpiresAt: ago(1440) },
      "The receiver's certificate expired on 2026-03-24",
    ],
  ])("%s", (_, condition, facts, evidence) => {
    expect(evaluate(alertConditionSchema.parse(condition), { ...FACTS, ...facts }, now)?.evidence).toBe(evidence);
  });

  it.each([
    ["no kind", {}],
    ["an unknown kind", { kind: "moon_phase" }],
    ["a field of another kind", { kind: "repeated_failures", count: 5, days: 3 }],
    ["part of a failure", { kind: "repeated_failures", count: 1.5 }],
    ["more than all", { ...rate, belowPercent: 101 }],
    ["less than none", { ...rate, belowPercent: 0 }],
    ["an endless window", { ...rate, windowMinutes: 100_000 }],
    ["no event type", { ...silent, eventTypes: [] }],
    ["a pattern", { ...typed, eventType: "call.*" }],
  ])("is refused with %s", (_, condition) => {
    expect(alertConditionSchema.safeParse(condition).success).toBe(false);
  });
});
