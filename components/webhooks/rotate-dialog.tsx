"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { webhooksApi } from "@/lib/api-client/webhooks";
import { FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { Webhook } from "@/lib/core/webhook";
import { AcceptedSince } from "./accepted-since";
import { WEBHOOKS_KEY } from "./queries";
import { SecretDialog } from "./secret-dialog";

/** Seconds. */
const GRACES = ["0", "3600", "86400", "604800"] as const;
type Grace = (typeof GRACES)[number];

interface Props {
  webhook: Webhook;
  onClose: () => void;
  onTest: () => void;
}

/** Asks when the old secret ends, shows the new one once, then whether deliveries arrive with it. */
export function RotateDialog({ webhook, onClose, onTest }: Props) {
  const t = useTranslations("webhooks.rotating");
  const [grace, setGrace] = useState<Grace>("0");
  const [isStored, setStored] = useState(false);
  const queryClient = useQueryClient();
  const {
    mutate,
    isPending,
    error,
    data: rotated,
  } = useSingleMutation({
    mutationFn: () => webhooksApi.rotateSecret(webhook.id, { graceSeconds: Number(grace) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  if (rotated && isStored) return <AcceptedSince webhook={rotated} onClose={onClose} onTest={onTest} />;
  if (rotated) {
    return <SecretDialog title={t("newSecret")} webhook={rotated} onClose={() => setStored(true)} onTest={onTest} />;
  }
  const isUnsigned = sendsAuthorization(webhook.format);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title: webhook.title })}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" busy={isPending} onClick={() => mutate()}>
            {t("action")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <Field
          label={t("oldEnds")}
          hint={
            isUnsigned
              ? t("unsigned", { format: FORMATS[webhook.format].label })
              : t(grace === "0" ? "atOnce" : "grace")
          }
        >
          {(control) => (
            <Select
              {...control}
              options={GRACES.map((value) => ({ value, label: t(`ends.${value}`) }))}
              value={grace}
              onValueChange={setGrace}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
