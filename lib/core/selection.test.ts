import { describe, expect, it } from "vitest";
import { groupState, toggleGroup, toggleType, unmatched, type EventGroup } from "./selection";

const group = (name: string, ...types: string[]): EventGroup => ({
  name,
  types: types.map((type) => ({ name: type })),
});
const calls = group("Calls", "call.started", "call.ended");
const own = group("Webhooks", "webhook.failing", "delivery.exhausted");
const groups = [calls, own];

describe("ticking", () => {
  it.each([
    { what: "a group gives its prefix", before: [], act: calls, after: ["call.*"] },
    { what: "a group of two prefixes gives both", before: [], act: own, after: ["webhook.*", "delivery.*"] },
    { what: "a half-ticked group completes it", before: ["call.ended"], act: calls, after: ["call.*"] },
    { what: "a whole group clears it", before: ["call.*", "webhook.*"], act: calls, after: ["webhook.failing"] },
    { what: "a group under * leaves the others", before: ["*"], act: calls, after: ["webhook.*", "delivery.*"] },
  ])("$what", ({ before, act, after }) => {
    expect(toggleGroup(groups, before, act)).toEqual(after);
  });

  it.each([
    {
      what: "a type adds it",
      before: ["webhook.failing"],
      type: "call.ended",
      after: ["call.ended", "webhook.failing"],
    },
    {
      what: "the last single type of a group leaves singles",
      before: ["call.started"],
      type: "call.ended",
      after: ["call.started", "call.ended"],
    },
    {
      what: "a type of a ticked group leaves the rest",
      before: ["call.*"],
      type: "call.ended",
      after: ["call.started"],
    },
    {
      what: "a type under * leaves all others",
      before: ["*"],
      type: "call.ended",
      after: ["call.started", "webhook.*", "delivery.*"],
    },
  ])("$what", ({ before, type, after }) => {
    expect(toggleType(groups, before, type)).toEqual(after);
  });

  it("keeps what matches no type there is, until it is taken out", () => {
    const before = ["order.*", "call.ended"];
    expect(unmatched(groups, before)).toEqual(["order.*"]);
    expect(toggleType(groups, before, "call.ended")).toEqual(["order.*"]);
    expect(toggleGroup(groups, before, calls)).toEqual(["call.*", "order.*"]);
  });

  it("takes a group of longer names by its first word", () => {
    const orders = group("Order", "order.paid", "order.item.added");
    expect(toggleGroup([...groups, orders], [], orders)).toEqual(["order.*"]);
  });

  it("knows all, some and none", () => {
    expect([["*"], ["call.ended"], []].map((patterns) => groupState(calls, patterns))).toEqual(["all", "some", "none"]);
  });
});
