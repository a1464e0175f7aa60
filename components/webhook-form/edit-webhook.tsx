"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { webhookHref } from "@/components/webhooks/paths";
import { WEBHOOKS_KEY } from "@/components/webhooks/queries";
import { webhooksApi } from "@/lib/api-client/webhooks";
import { ApiError } from "@/lib/api-client/api-error";
import type { DestinationPolicy } from "@/lib/core/destination-policy";
import type { CreateWebhook, Webhook } from "@/lib/core/webhook";
import { changesOf, differingFields, editable } from "./editable";
import { useMadeInspector } from "./use-inspector";
import { WebhookForm } from "./webhook-form";

const PRECONDITION_FAILED = 412;

/** @param webhook as it was when the page was opened: a refresh must not overwrite what is being typed */
export function EditWebhook({ webhook, destinations }: { webhook: Webhook; destinations: DestinationPolicy }) {
  const t = useTranslations("form");
  const router = useRouter();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(webhook);
  /** What somebody else has made of it since. */
  const [theirs, setTheirs] = useState<Webhook>();
  const overwritten = useRef(webhook.etag);
  const made = useMadeInspector();
  const { id } = webhook;

  const save = async (values: CreateWebhook) => {
    try {
      await webhooksApi.update(id, changesOf(values), overwritten.current);
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === PRECONDITION_FAILED;
      setTheirs(isStale ? await webhooksApi.get(id) : undefined);
      throw isStale ? new Error(t("stale.title")) : error;
    }
    await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
    toast.success(t("saved"));
    router.push(webhookHref(id));
  };

  const startAgain = (from: Webhook) => {
    overwritten.current = from.etag;
    setBase(from);
    setTheirs(undefined);
  };

  const fields = theirs && differingFields(base, theirs).map((field) => t(`fields.${field}`));
  return (
    <WebhookForm
      key={base.etag}
      initial={editable(base)}
      submitLabel={t("save")}
      destinations={destinations}
      inspectors={made}
      onCancel={() => router.push(webhookHref(id))}
      saved={base}
      onSubmit={save}
      refused={
        theirs && {
          children: t("stale.changed", { fields: fields?.join(", ") ?? "" }),
          actions: (
            <>
              <Button onClick={() => startAgain(theirs)}>{t("stale.theirs")}</Button>
              <Button type="submit" onClick={() => (overwritten.current = theirs.etag)}>
                {t("stale.mine")}
              </Button>
            </>
          ),
        }
      }
    />
  );
}
