"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { Webhook } from "@/lib/core/webhook";
import { webhooksQuery } from "./queries";
import { WhatEnds } from "./what-ends";

interface Props {
  webhook: Webhook;
  onClose: () => void;
  onDeleted?: (() => void) | undefined;
}

/** Several spaces are one on screen, and where it is copied from there. */
const asShown = (text: string) => text.trim().replaceAll(/\s+/g, " ");

export function DeleteDialog({ webhook, onClose, onDeleted }: Props) {
  const t = useTranslations("webhooks.deleting");
  const { retentionDays } = useViewer();
  const [typed, setTyped] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => evenIfGone(webhooksApi.remove(webhook.id)),
    onSuccess: async () => {
      toast.success(t("done", { title: webhook.title }), { description: t("logsStay", { days: retentionDays }) });
      onClose();
      onDeleted?.();
      // Only the list: the page of what is gone is being left.
      await queryClient.invalidateQueries({ queryKey: webhooksQuery().queryKey });
    },
  });
  const isConfirmed = asShown(typed) === asShown(webhook.title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title: webhook.title })}
      description={t("description", { url: webhook.url })}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button type="submit" form="delete-webhook" variant="danger" busy={isPending} disabled={!isConfirmed}>
            {t("action")}
          </Button>
        </>
      }
    >
      <form id="delete-webhook" onSubmit={submit} className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <WhatEnds count={1} />
        <Field
          label={t.rich("confirm", {
            name: () => <strong className="wrap-anywhere select-all">{webhook.title}</strong>,
          })}
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
