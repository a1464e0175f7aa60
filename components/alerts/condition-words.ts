import { formatWait } from "@/components/ui/duration";
import { formatNumber } from "@/components/ui/number";
import type { AlertCondition } from "@/lib/core/alert-condition";

/** What a rule looks for, as one line without a full stop. */
export function conditionWords(condition: AlertCondition): string {
  switch (condition.kind) {
    case "repeated_failures":
      return condition.count === 1 ? "An attempt fails" : `${attempts(condition.count)} in a row fail`;
    case "success_rate":
      return `Less than ${condition.belowPercent} % succeed within ${minutes(condition.windowMinutes)}, of ${attempts(condition.minimumAttempts)} or more`;
    case "event_type_failing":
      return condition.count === 1
        ? `An attempt of ${condition.eventType} fails`
        : `${attempts(condition.count)} of ${condition.eventType} fail without a success`;
    case "latency_p95":
      return `Slower than ${formatNumber(condition.aboveMs)} ms for one answer in 20 within ${minutes(condition.windowMinutes)}, of ${attempts(condition.minimumAttempts)} or more`;
    case "backlog_age":
      return `A delivery has been due for ${formatWait(condition.olderThanSeconds * 1000)} without being sent`;
    case "silence":
      return `No event for ${minutes(condition.forMinutes)}${condition.eventTypes ? `: ${condition.eventTypes.join(", ")}` : ""}`;
    case "certificate":
      return `The receiver’s certificate expires within ${condition.days} ${condition.days === 1 ? "day" : "days"}`;
  }
}

const minutes = (count: number) => formatWait(count * 60_000);
const attempts = (count: number) => `${formatNumber(count)} ${count === 1 ? "attempt" : "attempts"}`;
