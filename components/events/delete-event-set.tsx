"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { eventSetsApi } from "@/lib/api-client/event-sets";
import { ApiError } from "@/lib/api-client/api-error";
import { EVENT_SETS_KEY } from "./queries";

interface Props {
  id: string;
  name: string;
  onClose: () => void;
}

export function DeleteEventSet({ id, name, onClose }: Props) {
  const t = useTranslations("events.sets");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => remove(id),
    onSuccess: async () => {
      toast.success(t("deleted", { name }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: EVENT_SETS_KEY });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("deleteTitle", { name })}
      description={t("deleteDescription")}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("deleteAction")}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="bad" title={t("deleteFailed")} live>
          {error.message}
        </Banner>
      )}
    </Dialog>
  );
}

/** What somebody else has deleted meanwhile is gone, too. */
async function remove(id: string): Promise<void> {
  try {
    await eventSetsApi.remove(id);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}
