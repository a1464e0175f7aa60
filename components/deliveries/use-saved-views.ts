"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { savedViewsApi } from "@/lib/api-client/saved-views";
import type { SavedView } from "@/lib/core/saved-view";
import { SAVED_VIEWS_KEY } from "./queries";

/** Changes of saved views that ask nothing more; what is deleted can be had back for as long as the toast stands. */
export function useSavedViews() {
  const t = useTranslations("logs.views");
  const queryClient = useQueryClient();
  const settle = {
    onError: (error: Error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SAVED_VIEWS_KEY }),
  };
  const { mutate: restore } = useSingleMutation({
    mutationFn: ({ name, filters }: SavedView) => savedViewsApi.create({ name, filters }),
    ...settle,
  });
  const { mutate: remove } = useSingleMutation({
    mutationFn: async (view: SavedView) => {
      await savedViewsApi.remove(view.id);
      toast.success(t("deleted", { name: view.name }), { action: { label: t("undo"), onClick: () => restore(view) } });
    },
    ...settle,
  });
  const { mutate: replace } = useSingleMutation({
    mutationFn: async ({ view, filters }: { view: SavedView; filters: Record<string, string> }) => {
      await savedViewsApi.update(view.id, { filters });
      toast.success(t("saved", { name: view.name }));
    },
    ...settle,
  });
  return { remove, replace: (view: SavedView, filters: Record<string, string>) => replace({ view, filters }) };
}
