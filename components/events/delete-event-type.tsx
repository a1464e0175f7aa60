"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { eventTypesApi } from "@/lib/api-client/event-types";
import { EVENT_TYPES_KEY } from "./queries";

interface Props {
  name: string;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteEventType({ name, onClose, onDeleted }: Props) {
  const t = useTranslations("events.delete");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => eventTypesApi.remove(name),
    onSuccess: async () => {
      toast.success(t("done", { name }));
      onDeleted();
      await queryClient.invalidateQueries({ queryKey: [...EVENT_TYPES_KEY, "list"] });
    },
  });
  return (
    <ConfirmDialog
      title={t("title", { name })}
      description={t("description")}
      keep={t("cancel")}
      action={t("action")}
      isPending={isPending}
      error={error}
      failed={t("failed")}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
