"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import type { Inspector } from "@/lib/core/inspector";
import { forgetArrived } from "./queries";

export function ClearRequests({ inspector: { id, title }, onClose }: { inspector: Inspector; onClose: () => void }) {
  const t = useTranslations("inspectors.clear");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => inspectorsApi.clear(id),
    onSuccess: async () => {
      await forgetArrived(queryClient, id);
      toast.success(t("done"));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("title", { title })}
      description={t("description")}
      keep={t("keep")}
      action={t("action")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
