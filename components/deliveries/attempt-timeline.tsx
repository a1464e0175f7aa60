"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";

interface Props {
  delivery: DeliveryDetail;
  /** The number of the attempt whose details are shown. */
  selected: number | undefined;
  onSelect: (number: number) => void;
}

const DOTS: Record<Attempt["outcome"], string> = {
  succeeded: "bg-ok",
  retrying: "bg-warn",
  failed: "bg-bad",
  interrupted: "bg-idle",
};

/** Every attempt made, and the next one. */
export function AttemptTimeline({ delivery, selected, onSelect }: Props) {
  const t = useTranslations("delivery.attempts");
  const errors = useTranslations("logs.errors");
  const { duration } = useFormats();
  const { attempts, nextAttemptAt, status } = delivery;
  const byHand = attempts.filter((attempt, index) => isByHand(attempt, attempts[index - 1]));
  return (
    <ol aria-label={t("label")} className="flex flex-wrap gap-2">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="min-w-0">
          <button
            type="button"
            aria-pressed={attempt.number === selected}
            onClick={() => onSelect(attempt.number)}
            className={clsx(
              "flex min-h-9 flex-col rounded-md border px-3 py-1.5 text-left text-xs",
              attempt.number === selected ? "border-accent bg-accent-soft" : "hover:bg-bg",
            )}
          >
            <span className="flex items-center gap-1.5 font-medium">
              <span aria-hidden className={clsx("size-2 rounded-full", DOTS[attempt.outcome])} />
              {t("number", { number: String(attempt.number) })}
            </span>
            <span className="text-ink-2">
              {attempt.responseCode ?? (attempt.error && errors(attempt.error))}
              {attempt.durationMs !== null && ` · ${duration(attempt.durationMs)}`}
            </span>
            <span className="text-ink-3">
              <Time value={attempt.startedAt} format="clock" millis />
            </span>
            {byHand.includes(attempt) && <span className="text-ink-2">{t("byHand")}</span>}
          </button>
        </li>
      ))}
      {status === "pending" && nextAttemptAt && (
        <li className="flex flex-col rounded-md border border-dashed px-3 py-1.5 text-xs">
          <span className="flex items-center gap-1.5 font-medium">
            <span aria-hidden className="size-2 rounded-full border border-warn" />
            {t(attempts.length === 0 ? "first" : isLastTry(delivery) ? "last" : "next")}
          </span>
          <span className="text-ink-2">
            <Time value={nextAttemptAt} />
          </span>
          <span className="text-ink-3">
            <Time value={nextAttemptAt} format="clock" />
          </span>
        </li>
      )}
    </ol>
  );
}

/** The first of a chain that was begun by hand; the others follow the schedule. */
const isByHand = ({ manual }: Attempt, before: Attempt | undefined) =>
  manual && (!before?.manual || before.outcome === "failed" || before.outcome === "succeeded");

const isLastTry = ({ failures, scheduledDelaysSeconds }: DeliveryDetail) => failures >= scheduledDelaysSeconds.length;
