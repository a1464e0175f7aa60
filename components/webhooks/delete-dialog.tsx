"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { webhooksApi } from "@/lib/api-client";
import type { Webhook } from "@/lib/core/webhook";
import { webhooksQuery } from "./queries";

interface Props {
  webhook: Webhook;
  onClose: () => void;
  onDeleted?: (() => void) | undefined;
}

export function DeleteDialog({ webhook, onClose, onDeleted }: Props) {
  const [typed, setTyped] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => webhooksApi.remove(webhook.id),
    onSuccess: async () => {
      toast.success(`${webhook.title} is deleted.`);
      onClose();
      onDeleted?.();
      // Only the list: the page of what is gone is being left.
      await queryClient.invalidateQueries({ queryKey: webhooksQuery().queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === webhook.title) mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete ${webhook.title}?`}
      description="Nothing is sent to this URL any more, and what still waits is cancelled. Its deliveries stay in the log."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            type="submit"
            form="delete-webhook"
            variant="danger"
            busy={isPending}
            disabled={typed.trim() !== webhook.title}
          >
            Delete webhook
          </Button>
        </>
      }
    >
      <form id="delete-webhook" onSubmit={submit} className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <Field
          label={
            <>
              Type <strong className="wrap-anywhere select-all">{webhook.title}</strong> to confirm
            </>
          }
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoFocus
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
