"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { deliveriesApi } from "@/lib/api-client";
import type { RetryManyInput } from "@/lib/core/redelivery";
import { REDELIVERIES_KEY, retryPreviewQuery } from "./queries";
import { DEFAULT_RATE, RateField } from "./rate-field";
import { countWords, RedeliveryCount } from "./redelivery-count";

interface Props {
  request: RetryManyInput;
  onClose: () => void;
  onBegun: () => void;
}

/** Counts first; what has begun goes on by itself and is seen above the log. */
export function RetryManyDialog({ request, onClose, onBegun }: Props) {
  const [ratePerSecond, setRate] = useState(DEFAULT_RATE);
  const queryClient = useQueryClient();
  const { data: preview, error: countError } = useQuery(retryPreviewQuery(request));
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => deliveriesApi.retryMany({ ...request, ratePerSecond }),
    onSuccess: async () => {
      toast.success("They are being sent again. You can leave this page.");
      onBegun();
      await queryClient.invalidateQueries({ queryKey: REDELIVERIES_KEY, exact: true });
    },
  });
  const problem = error ?? countError;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={preview && preview.count > 0 ? `Retry ${countWords(preview, "delivery").toLowerCase()}?` : "Retry many"}
      description="Each is sent again with its old event id, by its webhook's schedule. What fails doesn't count for the webhook's health."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isPending}
            disabled={!preview || preview.count === 0}
            onClick={() => mutate()}
          >
            Retry
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
              Counting…
            </p>
          )
        )}
        {preview?.count !== 0 && <RateField value={ratePerSecond} onValueChange={setRate} />}
      </div>
    </Dialog>
  );
}
