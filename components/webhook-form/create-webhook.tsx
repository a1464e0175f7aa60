"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { webhookHref } from "@/components/webhooks/paths";
import { WEBHOOKS_KEY } from "@/components/webhooks/queries";
import { SecretDialog } from "@/components/webhooks/secret-dialog";
import { webhooksApi } from "@/lib/api-client";
import type { DestinationPolicy } from "@/lib/core/destination-policy";
import { DEFAULT_FORMAT, FORMATS } from "@/lib/core/formats";
import {
  DEFAULT_CONCURRENCY,
  DEFAULT_TIMEOUT_MS,
  type CreateWebhookInput,
  type WebhookWithSecret,
} from "@/lib/core/webhook";
import { inspectorHref, useMadeInspector } from "./use-inspector";
import { WebhookForm } from "./webhook-form";

const EMPTY: CreateWebhookInput = {
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
};

export function CreateWebhook({ destinations }: { destinations: DestinationPolicy }) {
  const t = useTranslations("form");
  const router = useRouter();
  const queryClient = useQueryClient();
  const given = useSearchParams();
  const [created, setCreated] = useState<WebhookWithSecret>();
  const made = useMadeInspector();

  const leave = ({ id, title, url }: WebhookWithSecret) => {
    router.push(webhookHref(id));
    const inspector = made.inspectorOf(url);
    if (!inspector) return;
    toast(t("createdToInspector", { title }), {
      action: { label: t("openInspector"), onClick: () => router.push(inspectorHref(inspector.id)) },
    });
  };

  return (
    <>
      <WebhookForm
        initial={{ ...EMPTY, title: given.get("title") ?? "", url: given.get("url") ?? "" }}
        submitLabel={t("create")}
        destinations={destinations}
        inspectors={made}
        onCancel={() => router.push("/settings/webhooks")}
        onSubmit={async (values) => {
          setCreated(await webhooksApi.create(values));
          await queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
        }}
      />
      {created && (
        <SecretDialog
          title={t("secretOf", { title: created.title })}
          webhook={created}
          onClose={() => leave(created)}
        />
      )}
    </>
  );
}
