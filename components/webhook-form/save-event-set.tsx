"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EVENT_SETS_KEY } from "@/components/events/queries";
import { NameDialog } from "@/components/name-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { eventSetsApi } from "@/lib/api-client/event-sets";

interface Props {
  events: readonly string[];
  onClose: () => void;
}

export function SaveEventSet({ events, onClose }: Props) {
  const t = useTranslations("form.saveSet");
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => eventSetsApi.create({ name, events: [...events] }),
    onSuccess: async (set) => {
      await queryClient.invalidateQueries({ queryKey: EVENT_SETS_KEY });
      toast.success(t("saved", { name: set.name }));
      onClose();
    },
  });
  return (
    <NameDialog
      title={t("title")}
      description={t("description")}
      hint={t("hint")}
      action={t("action")}
      name={name}
      onNameChange={setName}
      isPending={isPending}
      error={error}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}
