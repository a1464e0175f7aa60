"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { showErrors } from "@/components/form-errors";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { FormPart } from "@/components/webhook-form/webhook-form-type";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { CreateWebhookInput, Webhook } from "@/lib/core/webhook";
import { DEFAULT_TIMEOUT_MS } from "@/lib/core/webhook-defaults";
import type { WebhookTestInput } from "@/lib/core/webhook-test";
import { TestPanel } from "./test-panel";

/** What a test needs of the form; the rest may be unfinished. */
const TESTED = ["url", "format", "authorization", "headers", "alsoSign", "timeoutMs"] as const;

interface Props extends FormPart {
  /** What is edited: its secret signs. */
  saved: Webhook | undefined;
}

/** Tests what stands in the form, before it is saved. */
export function TestDraftButton({ form, saved }: Props) {
  const t = useTranslations("test");
  const [tested, setTested] = useState<CreateWebhookInput>();
  const open = async () => {
    if (await form.trigger(TESTED, { shouldFocus: true })) setTested(form.getValues());
  };
  return (
    <>
      <Button onClick={() => void open()}>
        <Send aria-hidden />
        {t("button")}
      </Button>
      {tested && (
        <TestPanel
          title={tested.title.trim() ? t("title", { title: tested.title.trim() }) : t("draftTitle")}
          subtitle={<Tag>{tested.url.trim()}</Tag>}
          timeoutMs={tested.timeoutMs ?? DEFAULT_TIMEOUT_MS}
          send={async (test) => {
            try {
              return await webhooksApi.testDraft({ ...draftOf(tested, saved), ...test });
            } catch (error) {
              showErrors(form, error);
              throw error;
            }
          }}
          note={t(saved ? "draftOwnSecret" : "draftSecret")}
          onClose={() => setTested(undefined)}
        />
      )}
    </>
  );
}

function draftOf(values: CreateWebhookInput, saved: Webhook | undefined): WebhookTestInput {
  const { title, url, format, authorization, headers, alsoSign, timeoutMs } = values;
  return {
    ...{ title: title.trim(), url: url.trim(), format, headers, alsoSign, timeoutMs },
    ...(authorization?.trim() ? { authorization: authorization.trim() } : {}),
    ...(saved ? { webhookId: saved.id } : {}),
  };
}
