"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { NameDialog } from "@/components/name-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { inspectorHref } from "./paths";
import { INSPECTORS_KEY } from "./queries";

/** Leads to the screen of the one it makes. */
export function CreateInspectorDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("inspectors.create");
  const [title, setTitle] = useState<string>(t("suggestion"));
  const router = useRouter();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => inspectorsApi.create({ title }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: INSPECTORS_KEY });
      router.push(inspectorHref(id));
    },
  });
  return (
    <NameDialog
      title={t("title")}
      description={t("description")}
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
