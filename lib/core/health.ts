/** How a webhook is doing, from its counters. Health is an observation; status is a decision. */
const FAILING_AFTER = 5;

export type HealthState = "unknown" | "healthy" | "failing";

export interface HealthCounters {
  hits: number;
  consecutiveFailures: number;
}

export function healthOf({ hits, consecutiveFailures }: HealthCounters): HealthState {
  if (hits === 0) return "unknown";
  return consecutiveFailures >= FAILING_AFTER ? "failing" : "healthy";
}
