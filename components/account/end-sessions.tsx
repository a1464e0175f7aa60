"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { accountApi } from "@/lib/api-client/account";
import { sessionsQuery } from "./queries";

export function EndSessions({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useTranslations("account.sessions");
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => accountApi.endOtherSessions(),
    onSuccess: ({ ended }) => {
      toast.success(t("ended", { count: ended }));
      onClose();
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("endTitle")}
      description={t("endText", { count })}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("endOthers")}
          </Button>
        </>
      }
    />
  );
}
