"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { alertRulesApi } from "@/lib/api-client/alert-rules";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ALERT_RULES_KEY } from "./queries";

export function DeleteRule({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const t = useTranslations("alerts.rules");
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => alertRulesApi.remove(rule.id),
    onSuccess: () => {
      toast.success(t("removed", { title: rule.title }));
      onClose();
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("removeTitle", { title: rule.title })}
      description={t("removeDescription")}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("removeAction")}
          </Button>
        </>
      }
    />
  );
}
