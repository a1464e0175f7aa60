import { expect, it } from "vitest";
import { healthOf } from "./health";

it.each([
  { hits: 0, consecutiveFailures: 0, state: "unknown" },
  { hits: 1, consecutiveFailures: 0, state: "healthy" },
  { hits: 100, consecutiveFailures: 4, state: "healthy" },
  { hits: 4, consecutiveFailures: 4, state: "healthy" },
  { hits: 5, consecutiveFailures: 5, state: "failing" },
  { hits: 100, consecutiveFailures: 60, state: "failing" },
])("$hits hits, the last $consecutiveFailures failed: $state", ({ state, ...counters }) => {
  expect(healthOf(counters)).toBe(state);
});
