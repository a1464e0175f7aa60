"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { name })}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
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
