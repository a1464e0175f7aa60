"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Health } from "@/lib/core/health-schema";
import { SuccessRate } from "./success-rate";

/** Of the last 24 hours; the last success and failure of all time. */
export function HealthNumbers({ health }: { health: Health }) {
  const t = useTranslations("health.numbers");
  const { number, duration } = useFormats();
  const ms = (value: number | null | undefined) => (value === null || value === undefined ? "—" : duration(value));
  const { lastDay, averageMs, latencyMs, lastSuccessAt, lastFailureAt } = health;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-8">
      <Fact label={t("successRate")}>
        <SuccessRate health={health} />
      </Fact>
      <Fact label={t("attempts")}>{number(lastDay.attempts)}</Fact>
      <Fact label={t("average")}>{ms(averageMs)}</Fact>
      <Fact label="p50">{ms(latencyMs?.p50)}</Fact>
      <Fact label="p95">{ms(latencyMs?.p95)}</Fact>
      <Fact label="p99">{ms(latencyMs?.p99)}</Fact>
      <Fact label={t("lastSuccess")}>{lastSuccessAt ? <Time value={lastSuccessAt} /> : t("never")}</Fact>
      <Fact label={t("lastFailure")}>{lastFailureAt ? <Time value={lastFailureAt} /> : t("never")}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="text-lg font-medium">{children}</dd>
    </div>
  );
}
