"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ApiError, webhooksApi } from "@/lib/api-client";
import { sendsAuthorization } from "@/lib/core/formats";
import type { CreateWebhook, CreateWebhookInput, UpdateWebhook, Webhook } from "@/lib/core/webhook";
import { webhookHref } from "./paths";
import { WEBHOOKS_KEY } from "./queries";
import { WebhookForm } from "./webhook-form";

const PRECONDITION_FAILED = 412;

/** @param webhook as it was when the page was opened: a refresh must not overwrite what is being typed */
export function EditWebhook({ webhook, isLocal }: { webhook: Webhook; isLocal: boolean }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(webhook);
  /** What somebody else has made of it since. */
  const [theirs, setTheirs] = useState<Webhook>();
  const overwritten = useRef(webhook.etag);
  const { id } = webhook;

  const save = async (values: CreateWebhook) => {
    try {
      await webhooksApi.update(id, changesOf(values), overwritten.current);
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === PRECONDITION_FAILED;
      setTheirs(isStale ? await webhooksApi.get(id) : undefined);
      throw isStale ? new Error("Somebody else changed this webhook while you were editing it.") : error;
    }
    await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
    toast.success("Saved. It also applies to what is still pending.");
    router.push(webhookHref(id));
  };

  const startAgain = (from: Webhook) => {
    overwritten.current = from.etag;
    setBase(from);
    setTheirs(undefined);
  };

  return (
    <WebhookForm
      key={base.etag}
      initial={editable(base)}
      submitLabel="Save changes"
      isLocal={isLocal}
      onCancel={() => router.push(webhookHref(id))}
      hasAuthorization={base.hasAuthorization}
      onSubmit={save}
      refused={
        theirs && {
          children: `What changed: ${differences(base, theirs)}. Nothing of yours is lost: it is still in this form.`,
          actions: (
            <>
              <Button onClick={() => startAgain(theirs)}>Discard mine, show theirs</Button>
              <Button type="submit" onClick={() => (overwritten.current = theirs.etag)}>
                Save mine over theirs
              </Button>
            </>
          ),
        }
      }
    />
  );
}

function editable(webhook: Webhook): CreateWebhookInput {
  const { title, url, events, format, retry, timeoutMs, concurrency, headers } = webhook;
  const { alsoSign, ratePerSecond, orderBy, filter, autoDisable, autoRecover } = webhook;
  return {
    ...{ title, url, events, format, retry, timeoutMs, concurrency, headers, alsoSign, ratePerSecond, orderBy, filter },
    ...{ autoDisable, autoRecover },
    authorization: null,
  };
}

const LABELS: Record<keyof CreateWebhookInput, string> = {
  title: "title",
  url: "URL",
  events: "events",
  format: "format",
  retry: "retry schedule",
  timeoutMs: "timeout",
  concurrency: "concurrency",
  status: "status",
  authorization: "Authorization value",
  headers: "headers",
  alsoSign: "migration mode",
  ratePerSecond: "rate",
  orderBy: "order",
  filter: "filter",
  autoDisable: "automatic disabling",
  autoRecover: "automatic recovery",
};

/** In words; a write-only value is all that can have changed where nothing else did. */
function differences(before: Webhook, after: Webhook): string {
  const fields = (Object.keys(LABELS) as (keyof CreateWebhookInput)[]).filter(
    (field) => field !== "authorization" && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return fields.map((field) => LABELS[field]).join(", ") || LABELS.authorization;
}

/** An Authorization value that wasn't entered stays, unless no format sends one any more. */
function changesOf({ status: _, authorization, ...changes }: CreateWebhook): UpdateWebhook {
  const isSent = [changes.format, changes.alsoSign?.format].some((format) => format && sendsAuthorization(format));
  return { ...changes, ...(isSent && authorization === null ? {} : { authorization: isSent ? authorization : null }) };
}
