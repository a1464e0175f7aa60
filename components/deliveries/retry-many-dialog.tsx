"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { deliveriesApi } from "@/lib/api-client/deliveries";
import type { RetryManyInput } from "@/lib/core/redelivery";
import { REDELIVERIES_KEY, retryPreviewQuery } from "./queries";
import { DEFAULT_RATE, RateField } from "./rate-field";
import { RedeliveryCount, useCountWords } from "./redelivery-count";

interface Props {
  request: RetryManyInput;
  onClose: () => void;
  onBegun: () => void;
}

/** Counts first; what has begun goes on by itself and is seen above the log. */
export function RetryManyDialog({ request, onClose, onBegun }: Props) {
  const t = useTranslations("logs.retry");
  const common = useTranslations("common");
  const countWords = useCountWords();
  const [ratePerSecond, setRate] = useState(DEFAULT_RATE);
  const queryClient = useQueryClient();
  const { data: preview, error: countError } = useQuery(retryPreviewQuery(request));
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => deliveriesApi.retryMany({ ...request, ratePerSecond }),
    onSuccess: async () => {
      toast.success(t("begun"));
      onBegun();
      await queryClient.invalidateQueries({ queryKey: REDELIVERIES_KEY, exact: true });
    },
  });
  const problem = error ?? countError;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={preview && preview.count > 0 ? t("title", { what: countWords(preview, "delivery") }) : t("titlePlain")}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            busy={isPending}
            disabled={!preview || preview.count === 0}
            onClick={() => mutate()}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <Banner tone="bad" title={problem.message} live />}
        {preview ? (
          <RedeliveryCount preview={preview} what="delivery" ratePerSecond={ratePerSecond} />
        ) : (
          !problem && (
            <p role="status" className="text-ink-2">
              {t("counting")}
            </p>
          )
        )}
        {preview?.count !== 0 && <RateField value={ratePerSecond} onValueChange={setRate} />}
      </div>
    </Dialog>
  );
}
