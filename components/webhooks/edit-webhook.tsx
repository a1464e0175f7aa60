"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { webhooksApi } from "@/lib/api-client";
import { sendsAuthorization } from "@/lib/core/formats";
import type { CreateWebhook, CreateWebhookInput, UpdateWebhook, Webhook } from "@/lib/core/webhook";
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
      hasAuthorization={webhook.hasAuthorization}
      onSubmit={async (values) => {
        await webhooksApi.update(id, changesOf(values));
        await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
        toast.success("Saved. It also applies to what is still pending.");
        router.push(webhookHref(id));
      }}
    />
  );
}

function editable(webhook: Webhook): CreateWebhookInput {
  const { title, url, events, format, retry, timeoutMs, concurrency, headers } = webhook;
  const { alsoSign, ratePerSecond, orderBy } = webhook;
  return {
    ...{ title, url, events, format, retry, timeoutMs, concurrency, headers, alsoSign, ratePerSecond, orderBy },
    authorization: null,
  };
}

/** An Authorization value that wasn't entered stays, unless no format sends one any more. */
function changesOf({ status: _, authorization, ...changes }: CreateWebhook): UpdateWebhook {
  const isSent = [changes.format, changes.alsoSign?.format].some((format) => format && sendsAuthorization(format));
  return { ...changes, ...(isSent && authorization === null ? {} : { authorization: isSent ? authorization : null }) };
}
