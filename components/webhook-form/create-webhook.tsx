"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { BLANK_WEBHOOK, copyOf } from "@/components/webhooks/initial-webhook";
import { webhookHref } from "@/components/webhooks/paths";
import { WEBHOOKS_KEY } from "@/components/webhooks/queries";
import { SecretDialog } from "@/components/webhooks/secret-dialog";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { DestinationPolicy } from "@/lib/core/destination-policy";
import type { Webhook, WebhookWithSecret } from "@/lib/core/webhook";
import { inspectorHref, useMadeInspector } from "./use-inspector";
import { WebhookForm } from "./webhook-form";

interface Props {
  destinations: DestinationPolicy;
  /** Another one, whose settings it begins with. */
  from?: Webhook | undefined;
}

export function CreateWebhook({ destinations, from }: Props) {
  const t = useTranslations("form");
  const all = useTranslations("webhooks");
  const router = useRouter();
  const queryClient = useQueryClient();
  const given = useSearchParams();
  const [created, setCreated] = useState<WebhookWithSecret>();
  const made = useMadeInspector();

  const leave = ({ id, title, url }: WebhookWithSecret) => {
    router.push(webhookHref(id));
    const inspector = made.inspectorOf(url);
    if (!inspector) return;
    toast.message(t("createdToInspector", { title }), {
      action: { label: t("openInspector"), onClick: () => router.push(inspectorHref(inspector.id)) },
    });
  };

  return (
    <>
      <WebhookForm
        initial={
          from
            ? copyOf(from, all("copyOf", { title: from.title }))
            : { ...BLANK_WEBHOOK, title: given.get("title") ?? "", url: given.get("url") ?? "" }
        }
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
