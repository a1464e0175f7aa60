"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { HeldDeliveries, Webhook } from "@/lib/core/webhook";
import { WEBHOOKS_KEY } from "./queries";

/** Long enough to read it, and to change one's mind. */
export const UNDO_MS = 10_000;

/** Pausing and resuming with one click, each with a way back. `ask` where something is held: what becomes of it? */
export function useStatusChange(ask: (webhook: Webhook, held: HeldDeliveries) => void) {
  const t = useTranslations("webhooks.done");
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
  const onError = (error: Error) => void toast.error(error.message);

  const undo = useSingleMutation({
    mutationFn: ({ webhook, status }: { webhook: Webhook; status: "active" | "paused" }) =>
      webhooksApi.update(webhook.id, status === "active" ? { status, held: "all" } : { status }),
    onSuccess: (_, { webhook: { title }, status }) =>
      void toast.success(t(status === "active" ? "resumed" : "pausedAgain", { title })),
    onError,
    onSettled: refresh,
  });

  const pause = useSingleMutation({
    mutationFn: (webhook: Webhook) => webhooksApi.update(webhook.id, { status: "paused" }),
    onSuccess: (_, webhook) =>
      void toast.success(t("paused", { title: webhook.title }), {
        description: t("pausedMore"),
        duration: UNDO_MS,
        action: { label: t("undo"), onClick: () => undo.mutate({ webhook, status: "active" }) },
      }),
    onError,
    onSettled: refresh,
  });

  const resume = useSingleMutation({
    mutationFn: async (webhook: Webhook) => {
      const held = await webhooksApi.held(webhook.id);
      if (held.count === 0) await webhooksApi.update(webhook.id, { status: "active" });
      return held;
    },
    onSuccess: (held, webhook) => {
      if (held.count > 0) return ask(webhook, held);
      // One that was disabled can't be made so again by hand.
      const isPaused = webhook.status === "paused";
      toast.success(t("resumed", { title: webhook.title }), {
        ...(isPaused && {
          duration: UNDO_MS,
          action: { label: t("undo"), onClick: () => undo.mutate({ webhook, status: "paused" }) },
        }),
      });
    },
    onError,
    onSettled: refresh,
  });

  return { pause: pause.mutate, resume: resume.mutate };
}
