"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import { RAMP_MS, rampOf } from "@/lib/core/ramp";
import type { Webhook } from "@/lib/core/webhook";
import { useNow } from "./use-moment";

/** While a webhook that was resumed gets what it held slowly at first. */
export function GentleNote({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health.gentle");
  const { wait } = useFormats();
  const now = useNow();
  const { resumedAt } = webhook.health;
  if (now === null || !resumedAt || webhook.status !== "active") return null;
  const { ratePerSecond, changesAt } = rampOf(new Date(resumedAt), webhook.ratePerSecond, new Date(now));
  if (!Number.isFinite(changesAt)) return null;
  const leftMs = Date.parse(resumedAt) + RAMP_MS - now;
  return (
    <p className="text-sm text-ink-2">
      {t("now", { rate: ratePerSecond ?? 0 })}{" "}
      {leftMs > 0 ? t("until", { span: wait(Math.min(leftMs, RAMP_MS)) }) : t("untilSoon")}
    </p>
  );
}
