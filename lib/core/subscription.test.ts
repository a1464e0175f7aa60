import { describe, expect, it } from "vitest";
import { EVENT_TYPE_PATTERN, isSubscribed, patternsMatching, SUBSCRIPTION_PATTERN } from "./subscription";

describe("a subscription", () => {
  it.each([
    { patterns: ["*"], type: "call.ended", reached: true },
    { patterns: ["call.*"], type: "call.ended", reached: true },
    { patterns: ["call.ended"], type: "call.ended", reached: true },
    { patterns: ["sms.sent", "call.ended"], type: "call.ended", reached: true },
    { patterns: ["call.inbound.*"], type: "call.inbound.ended", reached: true },
    { patterns: ["call.*"], type: "call.inbound.ended", reached: true },
    { patterns: ["call.started"], type: "call.ended", reached: false },
    { patterns: ["call.*"], type: "caller.ended", reached: false },
    { patterns: ["call.*"], type: "call", reached: false },
    { patterns: ["call.inbound.*"], type: "call.ended", reached: false },
    { patterns: ["call.ended.*"], type: "call.ended", reached: false },
    { patterns: ["call"], type: "call.ended", reached: false },
    { patterns: ["*.ended"], type: "call.ended", reached: false },
    { patterns: [], type: "call.ended", reached: false },
  ])("to $patterns: $type reaches it: $reached", ({ patterns, type, reached }) => {
    expect(isSubscribed(patterns, type)).toBe(reached);
  });

  it("is found by the patterns of a type, from the widest to the type itself", () => {
    expect(patternsMatching("a.b.c")).toEqual(["*", "a.*", "a.b.*", "a.b.c"]);
  });
});

describe("the look of", () => {
  it.each([
    ["call.ended", true, true],
    ["a_1.b.c", true, true],
    ["*", false, true],
    ["call.*", false, true],
    ["a.b.*", false, true],
    ["call", false, false],
    ["*.ended", false, false],
    ["call.*.ended", false, false],
    ["call.", false, false],
    [".ended", false, false],
    ["Call.ended", false, false],
    ["call.ended\n", false, false],
    ["", false, false],
  ])("%j: an event type %s, a subscription's entry %s", (text, isType, isEntry) => {
    expect(EVENT_TYPE_PATTERN.test(text)).toBe(isType);
    expect(SUBSCRIPTION_PATTERN.test(text)).toBe(isEntry);
  });
});
