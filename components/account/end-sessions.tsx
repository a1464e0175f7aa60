"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { accountApi } from "@/lib/api-client/account";
import { sessionsQuery } from "./queries";

export function EndSessions({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useTranslations("account.sessions");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => accountApi.endOtherSessions(),
    onSuccess: ({ ended }) => {
      toast.success(t("ended", { count: ended }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
  });
  return (
    <ConfirmDialog
      title={t("endTitle")}
      description={t("endText", { count })}
      keep={t("keep")}
      action={t("endOthers")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
