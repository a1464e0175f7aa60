import { formatPercent } from "@/components/ui/number";
import type { Health } from "@/lib/core/health";

/** Of the last 24 h: "96.4 %", or a dash where nothing was sent. */
export function SuccessRate({ health }: { health: Pick<Health, "successRate"> }) {
  const { successRate } = health;
  if (successRate === null) {
    return (
      <>
        <span aria-hidden title="Nothing was sent in the last 24 h" className="text-ink-3">
          —
        </span>
        <span className="sr-only">Nothing was sent in the last 24 h</span>
      </>
    );
  }
  return (
    <>
      <span className="sr-only">Success rate of the last 24 h: </span>
      {formatPercent(successRate)}
    </>
  );
}
