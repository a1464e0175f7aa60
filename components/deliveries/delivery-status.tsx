"use client";

import { useTranslations } from "use-intl";
import { Pill, type Tone } from "@/components/ui/pill";
import type { Delivery } from "@/lib/core/delivery";

const TONES: Record<Delivery["status"], Tone> = {
  pending: "accent",
  succeeded: "ok",
  failed: "bad",
  held: "idle",
  cancelled: "idle",
};

/** A pending delivery that has failed before is on its way to another try: that is worth another word. */
export function DeliveryStatus({ delivery }: { delivery: Pick<Delivery, "status" | "error"> }) {
  const t = useTranslations("logs.statuses");
  const { status, error } = delivery;
  if (status === "pending" && error) return <Pill tone="warn">{t("retrying")}</Pill>;
  return <Pill tone={TONES[status]}>{t(status)}</Pill>;
}
