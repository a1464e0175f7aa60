"use client";

import { createContext, useContext, useState, type ReactNode } from "react";
import { onDemand } from "@/components/ui/on-demand";
import type { HeldDeliveries, Webhook } from "@/lib/core/webhook";
import type { WebhookAction } from "./action";
import { useActionInUrl } from "./use-action-in-url";
import { useStatusChange } from "./use-status-change";

type Begin = (action: WebhookAction, webhook: Webhook) => void;

const BeginContext = createContext<Begin>(() => undefined);

/** Begins an action on a webhook: what needs a dialog opens one, the rest happens at once. */
export const useWebhookAction = () => useContext(BeginContext);

// None of them is needed before somebody asks for it.
const TestSheet = onDemand(() => import("@/components/webhook-test/test-sheet").then((its) => its.TestSheet));
const ResumeDialog = onDemand(() => import("./resume-dialog").then((its) => its.ResumeDialog));
const ReplayDialog = onDemand(() => import("./replay-dialog").then((its) => its.ReplayDialog));
const RotateDialog = onDemand(() => import("./rotate-dialog").then((its) => its.RotateDialog));
const DeleteDialog = onDemand(() => import("./delete-dialog").then((its) => its.DeleteDialog));

interface Props {
  children: ReactNode;
  onDeleted?: () => void;
}

/** What can be done to the webhooks that are shown within it; on a webhook's page, its `?action=`, too. */
export function WebhookActions({ children, onDeleted }: Props) {
  const [open, setOpen] = useState<{ action: WebhookAction; webhook: Webhook; held?: HeldDeliveries } | null>(null);
  const { pause, resume } = useStatusChange((webhook, held) => setOpen({ action: "resume", webhook, held }));
  const begin: Begin = (action, webhook) => {
    if (action === "pause") pause(webhook);
    else if (action === "resume") resume(webhook);
    else setOpen({ action, webhook });
  };
  useActionInUrl(begin);
  const close = () => setOpen(null);
  return (
    <BeginContext value={begin}>
      {children}
      {open?.action === "test" && <TestSheet webhook={open.webhook} onClose={close} />}
      {open?.held && <ResumeDialog webhook={open.webhook} held={open.held} onClose={close} />}
      {open?.action === "replay" && <ReplayDialog webhook={open.webhook} onClose={close} />}
      {open?.action === "rotate" && (
        <RotateDialog
          webhook={open.webhook}
          onClose={close}
          onTest={() => setOpen({ action: "test", webhook: open.webhook })}
        />
      )}
      {open?.action === "delete" && <DeleteDialog webhook={open.webhook} onClose={close} onDeleted={onDeleted} />}
    </BeginContext>
  );
}
