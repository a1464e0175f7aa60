import { expect, it } from "vitest";
import type { HealthState } from "../../lib/core/health-schema";
import type { WebhookStatus } from "../../lib/core/webhook";
import { countStates, matches, shownState, type ShownState } from "./webhook-state";

const webhook = (status: WebhookStatus, state: HealthState) => ({
  ...{ id: "wh_01kmhagkve0008000000000001", title: "CRM integration", url: "https://crm.example.com/Hooks" },
  ...{ status, health: { state } },
});

it.each<[WebhookStatus, HealthState, ShownState]>([
  ["active", "healthy", "active"],
  ["active", "unknown", "active"],
  ["active", "degraded", "degraded"],
  ["active", "failing", "failing"],
  ["paused", "failing", "paused"],
  ["disabled", "disabled", "disabled"],
])("a webhook that is %s and %s is shown as %s", (status, state, shown) => {
  expect(shownState(webhook(status, state))).toBe(shown);
});

it.each([
  ["", true],
  [" crm INTEGRATION ", true],
  ["/hooks", true],
  ["wh_01kmhagkve", true],
  ["analytics", false],
])("text %j finds it: %s", (text, found) => {
  expect(matches(webhook("active", "healthy"), { text, states: [] })).toBe(found);
});

it("a state that isn't chosen hides it, and no choice means any", () => {
  expect(matches(webhook("active", "failing"), { text: "", states: ["failing", "paused"] })).toBe(true);
  expect(matches(webhook("active", "failing"), { text: "", states: ["active"] })).toBe(false);
});

it("each webhook is counted once", () => {
  const all = [webhook("active", "failing"), webhook("active", "healthy"), webhook("paused", "failing")];
  expect(countStates(all)).toEqual({ failing: 1, disabled: 0, degraded: 0, paused: 1, active: 1 });
});
