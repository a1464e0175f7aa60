"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
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
    mutationFn: () => evenIfGone(inspectorsApi.remove(id)),
    onSuccess: async () => {
      toast.success(t("done", { title }));
      onClose();
      onDeleted?.();
      await queryClient.invalidateQueries({ queryKey: inspectorsQuery().queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t("title", { title })}
      description={t("description", { count: webhooks.length })}
      keep={t("keep")}
      action={t("action")}
      isPending={isPending}
      error={error}
      failed={t("failed")}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
