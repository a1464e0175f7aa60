"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { heldCount } from "@/components/webhooks/held-count";
import { heldHref } from "@/components/webhooks/paths";
import { heldQuery } from "@/components/webhooks/queries";
import { useWebhookAction } from "@/components/webhooks/webhook-actions";
import { disabledBecause } from "@/lib/core/health-words";
import type { Webhook } from "@/lib/core/webhook";

const REASONS = ["gone", "secret_unreadable", "failing_too_long"] as const;

/** Why nothing is sent, and what to do about it. */
export function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage.trouble");
  const words = useTranslations("health");
  const begin = useWebhookAction();
  const mayWrite = useMay("webhooks:write");
  const actions = (
    <>
      <HeldLink id={webhook.id} />
      {mayWrite && (
        <Button size="sm" onClick={() => begin("resume", webhook)}>
          {t("resume")}
        </Button>
      )}
    </>
  );
  if (webhook.status === "paused") {
    return (
      <Banner tone="idle" title={t("paused")} actions={actions}>
        {t("pausedText")}
      </Banner>
    );
  }
  if (webhook.status === "disabled") {
    const { disabledReason } = webhook;
    return (
      <Banner tone="bad" title={t("disabled", { reason: disabledBecause(words, disabledReason) })} actions={actions}>
        {t(REASONS.find((reason) => reason === disabledReason) ?? "other")}
      </Banner>
    );
  }
  return null;
}

/** How much waits, and the way to it. */
function HeldLink({ id }: { id: string }) {
  const t = useTranslations("webhookPage.trouble");
  const { data: held } = useQuery(heldQuery(id));
  if (!held) return null;
  if (held.count === 0) return <span className="self-center text-sm text-ink-2">{t("nothingHeld")}</span>;
  return (
    <Button asChild size="sm">
      <Link href={heldHref(id)}>{t("held", { count: heldCount(held) })}</Link>
    </Button>
  );
}
