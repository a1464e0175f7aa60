"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import { phasesOf } from "@/lib/core/attempt-phases";
import type { Attempt } from "@/lib/core/delivery";

/** A waterfall of the phases; a kept connection has no first three. */
export function AttemptTiming({ attempt }: { attempt: Attempt }) {
  const t = useTranslations("delivery.timing");
  const { duration, date } = useFormats();
  const phases = phasesOf(attempt);
  const total = attempt.durationMs ?? 0;
  if (phases.length === 0 || total <= 0) return null;
  const { remoteAddress, tlsVersion, tlsExpiresAt } = attempt;
  const facts = [
    duration(total),
    remoteAddress,
    tlsVersion?.replace("TLSv", "TLS "),
    tlsExpiresAt && t("certificate", { date: date(new Date(tlsExpiresAt).getTime(), "UTC") }),
  ];
  return (
    <section aria-label={t("label")}>
      <div className="mb-1 flex flex-wrap justify-between gap-2 text-xs text-ink-3">
        <span className="font-medium">{t("label")}</span>
        <span>{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <dl className="grid grid-cols-[80px_1fr_64px] items-center gap-x-3 text-xs text-ink-2">
        {phases.map(({ name, beginMs, ms }) => (
          <div key={name} className="contents">
            <dt>{t(name)}</dt>
            <dd aria-hidden className="h-2">
              <div
                className="h-2 min-w-0.5 rounded-sm bg-accent"
                style={{ marginLeft: `${share(beginMs, total)}%`, width: `${share(ms, total)}%` }}
              />
            </dd>
            <dd className="text-right">{ms < 1 ? t("tiny") : duration(ms)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const share = (ms: number, total: number) => Math.min(Math.max((ms / total) * 100, 0), 99);
