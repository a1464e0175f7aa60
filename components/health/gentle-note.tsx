"use client";

import { formatWait } from "@/components/ui/duration";
import { RAMP_MS, rampOf } from "@/lib/core/ramp";
import type { Webhook } from "@/lib/core/webhook";
import { useNow } from "./use-moment";

/** While a webhook that was resumed gets what it held slowly at first. */
export function GentleNote({ webhook }: { webhook: Webhook }) {
  const now = useNow();
  const { resumedAt } = webhook.health;
  if (now === null || !resumedAt || webhook.status !== "active") return null;
  const { ratePerSecond, changesAt } = rampOf(new Date(resumedAt), webhook.ratePerSecond, new Date(now));
  if (!Number.isFinite(changesAt)) return null;
  const leftMs = Date.parse(resumedAt) + RAMP_MS - now;
  return (
    <p className="text-sm text-ink-2">
      Resumed just now, so it is being sent to gently: at most {ratePerSecond} a second, doubling every 5 s. At its own
      pace {leftMs > 0 ? `in ${formatWait(Math.min(leftMs, RAMP_MS))} at the latest` : "in a moment"}.
    </p>
  );
}
