"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { alertRulesApi } from "@/lib/api-client";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ALERT_RULES_KEY } from "./queries";

export function DeleteRule({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => alertRulesApi.remove(rule.id),
    onSuccess: () => {
      toast.success(`${rule.title} is deleted.`);
      onClose();
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete ${rule.title}?`}
      description="Nobody is told any more when it applies. What it has told stays in the inbox."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            Delete rule
          </Button>
        </>
      }
    />
  );
}
