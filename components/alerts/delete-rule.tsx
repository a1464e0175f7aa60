"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { alertRulesApi } from "@/lib/api-client/alert-rules";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ALERT_RULES_KEY } from "./queries";

export function DeleteRule({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const t = useTranslations("alerts.rules");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => alertRulesApi.remove(rule.id),
    onSuccess: () => {
      toast.success(t("removed", { title: rule.title }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY }),
  });
  return (
    <ConfirmDialog
      title={t("removeTitle", { title: rule.title })}
      description={t("removeDescription")}
      keep={t("keep")}
      action={t("removeAction")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
