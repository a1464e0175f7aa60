"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { ApiError } from "@/lib/api-client/api-error";
import type { Inspector } from "@/lib/core/inspector";
import { inspectorsQuery } from "./queries";

interface Props {
  inspector: Inspector;
  onClose: () => void;
  onDeleted?: (() => void) | undefined;
}

export function DeleteInspector({ inspector: { id, title, webhooks }, onClose, onDeleted }: Props) {
  const t = useTranslations("inspectors.remove");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => remove(id),
    onSuccess: async () => {
      toast.success(t("done", { title }));
      onClose();
      onDeleted?.();
      await queryClient.invalidateQueries({ queryKey: inspectorsQuery().queryKey });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title })}
      description={t("description", { count: webhooks.length })}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("action")}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="bad" title={t("failed")} live>
          {error.message}
        </Banner>
      )}
    </Dialog>
  );
}

/** What somebody else has deleted meanwhile is gone, too. */
async function remove(id: string): Promise<void> {
  try {
    await inspectorsApi.remove(id);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}
