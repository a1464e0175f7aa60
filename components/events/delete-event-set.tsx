"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { eventSetsApi } from "@/lib/api-client/event-sets";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
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
    mutationFn: () => evenIfGone(eventSetsApi.remove(id)),
    onSuccess: async () => {
      toast.success(t("deleted", { name }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: EVENT_SETS_KEY });
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteTitle", { name })}
      description={t("deleteDescription")}
      keep={t("keep")}
      action={t("deleteAction")}
      isPending={isPending}
      error={error}
      failed={t("deleteFailed")}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
