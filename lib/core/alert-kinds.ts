/** The kinds of alert rules. */
import type { AlertCondition } from "./alert-condition";

const KINDS: Record<AlertCondition["kind"], true> = {
  repeated_failures: true,
  success_rate: true,
  event_type_failing: true,
  latency_p95: true,
  backlog_age: true,
  silence: true,
  certificate: true,
};

/** In the order in which they are offered. */
export const ALERT_KINDS = Object.keys(KINDS) as AlertCondition["kind"][];
