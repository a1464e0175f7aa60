"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { editHref, failureGroupsHref, failuresHref } from "@/components/webhooks/paths";
import { isSlow } from "@/lib/core/health";
import type { Webhook } from "@/lib/core/webhook";
import { DisablingMeter } from "./disabling-meter";
import { useEvidence } from "./use-evidence";

/** Whether it is still sent to, and more goes wrong than should. */
export const isStruggling = ({ status, health }: Webhook) =>
  status === "active" && (health.state === "failing" || health.state === "degraded");

/** What is wrong with a webhook that is struggling, what to do about it, and where it leads. */
export function Struggling({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health.struggling");
  const { words } = useEvidence(webhook);
  const { id, health } = webhook;
  const { state, disables } = health;
  const slow = state === "degraded" && isSlow(health);
  return (
    <Banner
      tone={state === "failing" ? "bad" : "warn"}
      title={t(state === "failing" ? "failing" : "degraded", { words })}
      actions={
        <Button asChild size="sm">
          {slow ? (
            <Link href={editHref(id)}>{t("editTimeout")}</Link>
          ) : (
            // Of one that is only degraded, what failed may all have arrived since.
            <Link href={state === "failing" ? failuresHref(id) : failureGroupsHref(id)}>{t("seeFailed")}</Link>
          )}
        </Button>
      }
    >
      {t(slow ? "slow" : "open")}
      {disables && <DisablingMeter webhook={webhook} disables={disables} />}
    </Banner>
  );
}
