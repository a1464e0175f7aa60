"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { CreateWebhookLink } from "@/components/webhooks/create-webhook-link";
import { useWebhooks } from "@/components/webhooks/use-webhooks";
import type { Webhook } from "@/lib/core/webhook";

/** Any webhook can be chosen: a test needs no subscription. */
export function SendAsTest({ onSend }: { onSend: (webhook: Webhook) => void }) {
  const t = useTranslations("events.test");
  const { query, webhooks = [] } = useWebhooks();
  const [chosen, setChosen] = useState<string>();
  const webhook = webhooks.find(({ id }) => id === chosen) ?? webhooks[0];
  if (query.isError) return <p className="text-bad">{t("failed", { reason: query.error.message })}</p>;
  if (query.isSuccess && !webhook) {
    return (
      <div className="flex flex-wrap items-center gap-2 text-ink-2">
        {t("noWebhook")}
        <CreateWebhookLink />
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={t("webhook")}
        className="w-auto! flex-1"
        options={webhooks.map(({ id, title, number }) => ({ value: id, label: `#${number} ${title}` }))}
        value={webhook?.id}
        placeholder={t("loading")}
        onValueChange={setChosen}
      />
      <Button disabled={!webhook} onClick={() => webhook && onSend(webhook)}>
        <Send aria-hidden />
        {t("send")}
      </Button>
    </div>
  );
}
