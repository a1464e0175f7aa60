import { expect, it } from "vitest";
import { nextProbeAt, type ProbeFacts } from "./next-probe";

const DISABLED_AT = "2026-03-25T09:00:00.000Z";
const MINUTE_MS = 60_000;

const disabled = (lastFailureAt: string | null, disabledReason = "failing_too_long"): ProbeFacts => ({
  ...{ status: "disabled", disabledReason, disabledAt: DISABLED_AT },
  health: { lastFailureAt },
});

it.each([
  ["no probe failed yet", disabled("2026-03-25T08:59:58.000Z"), "2026-03-25T09:15:00.000Z"],
  ["nothing failed at all", disabled(null), "2026-03-25T09:15:00.000Z"],
  ["a probe failed", disabled("2026-03-25T09:45:03.000Z"), "2026-03-25T10:00:03.000Z"],
])("is fifteen minutes on where %s", (_, webhook, at) => {
  expect(nextProbeAt(webhook)).toBe(Date.parse(at));
  expect((nextProbeAt(webhook) ?? 0) - Date.parse(DISABLED_AT)).toBeGreaterThanOrEqual(15 * MINUTE_MS);
});

it("never comes where the webhook isn't disabled, or for another reason", () => {
  expect(nextProbeAt({ ...disabled(null), status: "active" })).toBeNull();
  expect(nextProbeAt(disabled(null, "gone"))).toBeNull();
});
