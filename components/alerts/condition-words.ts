import { formatWait } from "@/components/ui/duration";
import type { AlertCondition } from "@/lib/core/alert-condition";
import type { Translate } from "@/lib/core/messages/translate";

/**
 * What a rule looks for, as one line without a full stop.
 * @param number as the reader's language writes it
 */
export function conditionWords(
  t: Translate<"alerts">,
  condition: AlertCondition,
  number: (value: number) => string,
): string {
  switch (condition.kind) {
    case "repeated_failures":
      return t("conditions.repeated_failures", { count: condition.count });
    case "success_rate":
      return t("conditions.success_rate", {
        percent: number(condition.belowPercent),
        span: minutes(condition.windowMinutes),
        minimum: condition.minimumAttempts,
      });
    case "event_type_failing":
      return t("conditions.event_type_failing", { count: condition.count, type: condition.eventType });
    case "latency_p95":
      return t("conditions.latency_p95", {
        ms: condition.aboveMs,
        span: minutes(condition.windowMinutes),
        minimum: condition.minimumAttempts,
      });
    case "backlog_age":
      return t("conditions.backlog_age", { span: formatWait(condition.olderThanSeconds * 1000) });
    case "silence": {
      const span = minutes(condition.forMinutes);
      return condition.eventTypes
        ? t("conditions.silenceOf", { span, types: condition.eventTypes.join(", ") })
        : t("conditions.silence", { span });
    }
    case "certificate":
      return t("conditions.certificate", { days: condition.days });
  }
}

const minutes = (count: number) => formatWait(count * 60_000);
