"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState, type ReactNode } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client";
import type { Webhook } from "@/lib/core/webhook";
import { DeleteDialog } from "./delete-dialog";
import { WEBHOOKS_KEY } from "./queries";
import { RotateDialog } from "./rotate-dialog";
import { TestSheet } from "./test-sheet";

export type WebhookAction = "test" | "rotate" | "delete" | "pause" | "resume";

type Begin = (action: WebhookAction, webhook: Webhook) => void;

const BeginContext = createContext<Begin>(() => undefined);

/** Begins an action on a webhook: what needs a dialog opens one, the rest happens at once. */
export const useWebhookAction = () => useContext(BeginContext);

interface Props {
  children: ReactNode;
  onDeleted?: () => void;
}

export function WebhookActions({ children, onDeleted }: Props) {
  const [open, setOpen] = useState<{ action: WebhookAction; webhook: Webhook } | null>(null);
  const setStatus = useSetStatus();
  const begin: Begin = (action, webhook) => {
    if (action === "pause" || action === "resume") setStatus({ action, webhook });
    else setOpen({ action, webhook });
  };
  const close = () => setOpen(null);
  return (
    <BeginContext value={begin}>
      {children}
      {open?.action === "test" && <TestSheet webhook={open.webhook} onClose={close} />}
      {open?.action === "rotate" && <RotateDialog webhook={open.webhook} onClose={close} />}
      {open?.action === "delete" && <DeleteDialog webhook={open.webhook} onClose={close} onDeleted={onDeleted} />}
    </BeginContext>
  );
}

function useSetStatus() {
  const queryClient = useQueryClient();
  const { mutate } = useSingleMutation({
    mutationFn: ({ action, webhook }: { action: WebhookAction; webhook: Webhook }) =>
      webhooksApi.update(webhook.id, { status: action === "pause" ? "paused" : "active" }),
    onSuccess: ({ status, title }) =>
      toast.success(
        status === "paused"
          ? `${title} is paused. Its deliveries are held until you resume it.`
          : `${title} is active. What was held is being delivered.`,
      ),
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  return mutate;
}
