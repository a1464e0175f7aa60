import type { ReactNode } from "react";
import { formatDuration } from "@/components/ui/duration";
import { formatNumber } from "@/components/ui/number";
import { Time } from "@/components/ui/time";
import type { Health } from "@/lib/core/health";
import { SuccessRate } from "./success-rate";

/** Of the last 24 hours; the last success and failure of all time. */
export function HealthNumbers({ health }: { health: Health }) {
  const { lastDay, averageMs, latencyMs, lastSuccessAt, lastFailureAt } = health;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-8">
      <Fact label="Success rate">
        <SuccessRate health={health} />
      </Fact>
      <Fact label="Attempts">{formatNumber(lastDay.attempts)}</Fact>
      <Fact label="Average">{ms(averageMs)}</Fact>
      <Fact label="p50">{ms(latencyMs?.p50)}</Fact>
      <Fact label="p95">{ms(latencyMs?.p95)}</Fact>
      <Fact label="p99">{ms(latencyMs?.p99)}</Fact>
      <Fact label="Last success">{lastSuccessAt ? <Time value={lastSuccessAt} /> : "never"}</Fact>
      <Fact label="Last failure">{lastFailureAt ? <Time value={lastFailureAt} /> : "never"}</Fact>
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

const ms = (value: number | null | undefined) => (value === null || value === undefined ? "—" : formatDuration(value));
