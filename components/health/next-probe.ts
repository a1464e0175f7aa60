/** When a disabled webhook is next sent one of the deliveries it holds, to see whether its receiver works again. */
import { PROBE_EVERY_MS } from "../../lib/core/course";
import type { Webhook } from "../../lib/core/webhook";

export interface ProbeFacts extends Pick<Webhook, "status" | "disabledReason" | "disabledAt"> {
  health: Pick<Webhook["health"], "lastFailureAt">;
}

/** Whether auto-recovery, where it is on, is about this webhook at all. */
export const mayRecover = ({ status, disabledReason }: Pick<Webhook, "status" | "disabledReason">) =>
  status === "disabled" && disabledReason === "failing_too_long";

/**
 * Every fifteen minutes since it was disabled: what failed after that was a probe.
 * @returns Unix milliseconds, perhaps some seconds early; null where none is coming
 */
export function nextProbeAt(webhook: ProbeFacts): number | null {
  const { disabledAt, health } = webhook;
  if (!mayRecover(webhook) || !disabledAt) return null;
  const last = Math.max(Date.parse(disabledAt), Date.parse(health.lastFailureAt ?? disabledAt));
  return last + PROBE_EVERY_MS;
}
