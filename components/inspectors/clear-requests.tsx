"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import type { Inspector } from "@/lib/core/inspector";
import { forgetArrived } from "./queries";

export function ClearRequests({ inspector: { id, title }, onClose }: { inspector: Inspector; onClose: () => void }) {
  const t = useTranslations("inspectors.clear");
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => inspectorsApi.clear(id),
    onSuccess: async () => {
      await forgetArrived(queryClient, id);
      toast.success(t("done"));
      onClose();
    },
    onError: (error) => toast.error(error.message),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title })}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("action")}
          </Button>
        </>
      }
    />
  );
}
