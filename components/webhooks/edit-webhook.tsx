"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { webhooksApi } from "@/lib/api-client";
import type { Webhook } from "@/lib/core/webhook";
import { webhookHref } from "./paths";
import { WEBHOOKS_KEY } from "./queries";
import { WebhookForm } from "./webhook-form";

/** @param webhook as it was when the page was opened: a refresh must not overwrite what is being typed */
export function EditWebhook({ webhook, isLocal }: { webhook: Webhook; isLocal: boolean }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { id } = webhook;
  return (
    <WebhookForm
      initial={editable(webhook)}
      submitLabel="Save changes"
      isLocal={isLocal}
      onCancel={() => router.push(webhookHref(id))}
      onSubmit={async ({ status: _, ...changes }) => {
        await webhooksApi.update(id, changes);
        await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
        toast.success("Saved. It also applies to what is still pending.");
        router.push(webhookHref(id));
      }}
    />
  );
}

function editable({ title, url, events, format, retry, timeoutMs, concurrency }: Webhook) {
  return { title, url, events, format, retry, timeoutMs, concurrency };
}
