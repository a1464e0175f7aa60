"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { NameDialog } from "@/components/name-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { savedViewsApi } from "@/lib/api-client/saved-views";
import type { SavedView } from "@/lib/core/saved-view";
import { SAVED_VIEWS_KEY } from "./queries";

interface Props {
  /** The one that gets another name; null for a new one. */
  view: SavedView | null;
  filters: Record<string, string>;
  onClose: () => void;
  onSaved: (id: string) => void;
}

export function SaveViewDialog({ view, filters, onClose, onSaved }: Props) {
  const t = useTranslations("logs.views");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const [name, setName] = useState(view?.name ?? "");
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => (view ? savedViewsApi.update(view.id, { name }) : savedViewsApi.create({ name, filters })),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: SAVED_VIEWS_KEY });
      toast.success(t("saved", { name: saved.name }));
      onSaved(saved.id);
      onClose();
    },
  });
  return (
    <NameDialog
      title={t(view ? "renameTitle" : "nameTitle")}
      description={t("nameDescription")}
      hint={t("nameHint")}
      action={common("save")}
      name={name}
      onNameChange={setName}
      isPending={isPending}
      error={error}
      onSubmit={() => mutate()}
      onClose={onClose}
    />
  );
}
