"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { NameDialog } from "@/components/name-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import type { Inspector } from "@/lib/core/inspector";
import { INSPECTORS_KEY } from "./queries";

export function RenameInspector({ inspector, onClose }: { inspector: Inspector; onClose: () => void }) {
  const t = useTranslations("inspectors.rename");
  const [title, setTitle] = useState(inspector.title);
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => inspectorsApi.update(inspector.id, { title }),
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ queryKey: INSPECTORS_KEY });
    },
  });
  return (
    <NameDialog
      title={t("title", { title: inspector.title })}
      hint={t("hint")}
      action={t("action")}
      field="title"
      name={title}
      onNameChange={setTitle}
      isPending={isPending}
      error={error}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}
