"use client";

import { useTranslations } from "use-intl";
import { Pill, type Tone } from "@/components/ui/pill";
import type { Webhook } from "@/lib/core/webhook";
import { shownState, type ShownState } from "./webhook-state";

const TONES: Record<ShownState, Tone> = {
  failing: "bad",
  disabled: "bad",
  degraded: "warn",
  paused: "idle",
  active: "ok",
};

/** What one wants to know at a glance: the decision, or, while it is active, how it is doing. */
export function WebhookStatus({ webhook }: { webhook: Pick<Webhook, "status" | "health" | "disabledReason"> }) {
  const t = useTranslations("webhooks.state");
  const state = shownState(webhook);
  return <Pill tone={TONES[state]}>{t(state)}</Pill>;
}
