"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import type { Webhook } from "@/lib/core/webhook";
import { runBulk } from "./bulk";
import { applyTo, type BulkAction, type BulkHeld } from "./bulk-action";
import { WEBHOOKS_KEY } from "./queries";
import { UNDO_MS } from "./use-status-change";

/**
 * Does it to each of them, and tells what became of them; what can be taken back has a way back.
 * @param onDone when nothing was refused
 */
export function useBulk(action: BulkAction, onDone: () => void) {
  const t = useTranslations("webhooks.bulk");
  const queryClient = useQueryClient();
  const [ended, setEnded] = useState(0);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });

  const undo = useSingleMutation({
    mutationFn: (webhooks: readonly Webhook[]) =>
      runBulk(
        webhooks,
        (webhook) => applyTo(webhook, action === "pause" ? "resume" : "pause", "all"),
        () => undefined,
      ),
    onSuccess: ({ succeeded, failed }) => {
      if (failed.length > 0) toast.error(t("notUndone", { count: failed.length }));
      else toast.success(t(action === "pause" ? "resume.done" : "pause.done", { count: succeeded.length }));
    },
    onSettled,
  });

  const { mutate, isPending, data } = useSingleMutation({
    mutationFn: ({ webhooks, held }: { webhooks: readonly Webhook[]; held: BulkHeld }) => {
      setEnded(0);
      return runBulk(webhooks, (webhook) => applyTo(webhook, action, held), setEnded);
    },
    onSuccess: ({ succeeded, failed }) => {
      // One that was disabled can't be made so again by hand.
      const undoable = action === "pause" ? succeeded : succeeded.filter(({ status }) => status === "paused");
      if (succeeded.length > 0) {
        toast.success(t(`${action}.done`, { count: succeeded.length }), {
          ...(action !== "delete" &&
            undoable.length > 0 && {
              duration: UNDO_MS,
              action: { label: t("undo"), onClick: () => undo.mutate(undoable) },
            }),
        });
      }
      if (failed.length === 0) onDone();
    },
    onSettled,
  });
  return { mutate, isPending, ended, failed: data?.failed ?? [] };
}
