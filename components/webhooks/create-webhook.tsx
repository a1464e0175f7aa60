"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { webhooksApi } from "@/lib/api-client";
import { DEFAULT_FORMAT, FORMATS } from "@/lib/core/formats";
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT_MS, type WebhookWithSecret } from "@/lib/core/webhook";
import { webhookHref } from "./paths";
import { WEBHOOKS_KEY } from "./queries";
import { SecretDialog } from "./secret-dialog";
import { WebhookForm } from "./webhook-form";

export function CreateWebhook({ isLocal }: { isLocal: boolean }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [created, setCreated] = useState<WebhookWithSecret>();
  return (
    <>
      <WebhookForm
        initial={{
          title: "",
          url: "",
          events: [],
          format: DEFAULT_FORMAT,
          retry: { preset: FORMATS[DEFAULT_FORMAT].retry },
          timeoutMs: DEFAULT_TIMEOUT_MS,
          concurrency: DEFAULT_CONCURRENCY,
          authorization: null,
          headers: {},
          alsoSign: null,
          ratePerSecond: null,
          orderBy: null,
          filter: null,
          autoDisable: null,
          autoRecover: null,
        }}
        submitLabel="Create webhook"
        isLocal={isLocal}
        isNew
        onCancel={() => router.push("/settings/webhooks")}
        onSubmit={async (values) => {
          setCreated(await webhooksApi.create(values));
          await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
        }}
      />
      {created && (
        <SecretDialog
          title={`The secret of ${created.title}`}
          webhook={created}
          onClose={() => router.push(webhookHref(created.id))}
        />
      )}
    </>
  );
}
