"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { deliveriesApi } from "@/lib/api-client/deliveries";
import type { DeliveryDetail } from "@/lib/core/delivery";
import { DELIVERIES_KEY } from "./queries";

export function useRetry() {
  const t = useTranslations("logs.retry");
  const queryClient = useQueryClient();
  return useSingleMutation({
    mutationFn: (id: string) => deliveriesApi.retry(id),
    onSuccess: () => toast.success(t("one")),
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: DELIVERIES_KEY }),
  });
}

/** A held delivery goes out when its webhook is resumed; where the webhook is deleted, there is nowhere to go. */
export const canRetry = ({ status, webhookStatus }: Pick<DeliveryDetail, "status" | "webhookStatus">) =>
  status !== "held" && webhookStatus !== "deleted";
