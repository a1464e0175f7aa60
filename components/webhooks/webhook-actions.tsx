"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState, type ReactNode } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client";
import type { HeldDeliveries, Webhook } from "@/lib/core/webhook";
import { DeleteDialog } from "./delete-dialog";
import { WEBHOOKS_KEY } from "./queries";
import { RotateDialog } from "./rotate-dialog";
import { ReplayDialog } from "./replay-dialog";
import { ResumeDialog } from "./resume-dialog";
import { TestSheet } from "@/components/webhook-test/test-sheet";

export type WebhookAction = "test" | "rotate" | "delete" | "pause" | "resume" | "replay";

type Begin = (action: WebhookAction, webhook: Webhook) => void;

const BeginContext = createContext<Begin>(() => undefined);

/** Begins an action on a webhook: what needs a dialog opens one, the rest happens at once. */
export const useWebhookAction = () => useContext(BeginContext);

interface Props {
  children: ReactNode;
  onDeleted?: () => void;
}

export function WebhookActions({ children, onDeleted }: Props) {
  const [open, setOpen] = useState<{ action: WebhookAction; webhook: Webhook; held?: HeldDeliveries } | null>(null);
  const pause = usePause();
  const resume = useResume((webhook, held) => setOpen({ action: "resume", webhook, held }));
  const begin: Begin = (action, webhook) => {
    if (action === "pause") pause(webhook);
    else if (action === "resume") resume(webhook);
    else setOpen({ action, webhook });
  };
  const close = () => setOpen(null);
  return (
    <BeginContext value={begin}>
      {children}
      {open?.action === "test" && <TestSheet webhook={open.webhook} onClose={close} />}
      {open?.held && <ResumeDialog webhook={open.webhook} held={open.held} onClose={close} />}
      {open?.action === "replay" && <ReplayDialog webhook={open.webhook} onClose={close} />}
      {open?.action === "rotate" && <RotateDialog webhook={open.webhook} onClose={close} />}
      {open?.action === "delete" && <DeleteDialog webhook={open.webhook} onClose={close} onDeleted={onDeleted} />}
    </BeginContext>
  );
}

function usePause() {
  const queryClient = useQueryClient();
  const { mutate } = useSingleMutation({
    mutationFn: (webhook: Webhook) => webhooksApi.update(webhook.id, { status: "paused" }),
    onSuccess: ({ title }) => toast.success(`${title} is paused. Its deliveries are held until you resume it.`),
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  return mutate;
}

/** At once where nothing is held; else `ask` what becomes of it. */
function useResume(ask: (webhook: Webhook, held: HeldDeliveries) => void) {
  const queryClient = useQueryClient();
  const { mutate } = useSingleMutation({
    mutationFn: async (webhook: Webhook) => {
      const held = await webhooksApi.held(webhook.id);
      if (held.count === 0) await webhooksApi.update(webhook.id, { status: "active" });
      return held;
    },
    onSuccess: (held, webhook) => {
      if (held.count > 0) ask(webhook, held);
      else toast.success(`${webhook.title} is active.`);
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  return mutate;
}
