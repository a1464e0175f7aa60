"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { REDELIVERIES_KEY } from "@/components/deliveries/queries";
import { DEFAULT_RATE, RateField } from "@/components/deliveries/rate-field";
import { RedeliveryCount } from "@/components/deliveries/redelivery-count";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client/webhooks";
import { ApiError } from "@/lib/api-client/api-error";
import type { ReplayInput } from "@/lib/core/redelivery";
import type { Webhook } from "@/lib/core/webhook";
import { deliveriesHref } from "./paths";
import { replayPreviewQuery } from "./queries";
import { ReplaySpan, toLocal } from "./replay-span";

const DAY_MS = 86_400_000;

const WHICH = ["missing", "failed", "all"] as const;
type Which = (typeof WHICH)[number];

/** Past events once more, or for the first time: of the types that the webhook is subscribed to. */
export function ReplayDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useTranslations("webhooks.replaying");
  const [since, setSince] = useState(() => toLocal(Date.now() - DAY_MS));
  const [until, setUntil] = useState("");
  const [which, setWhich] = useState<Which>("missing");
  const [ratePerSecond, setRate] = useState(DEFAULT_RATE);
  const router = useRouter();
  const queryClient = useQueryClient();
  const request = requestOf({ since, until, which });
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...replayPreviewQuery(webhook.id, request ?? { since: "" }),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  });
  const begin = useSingleMutation({
    mutationFn: (asked: ReplayInput) => webhooksApi.replay(webhook.id, { ...asked, ratePerSecond }),
    onSuccess: async () => {
      toast.success(t("begun"), { description: t("begunMore") });
      onClose();
      router.push(deliveriesHref(webhook.id));
      await queryClient.invalidateQueries({ queryKey: REDELIVERIES_KEY, exact: true });
    },
  });
  const refused = begin.error ?? error;
  const fields = refused instanceof ApiError ? refused.fields : {};
  const isOfField = "since" in fields || "until" in fields;
  const preview = request && !error ? data : undefined;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title: webhook.title })}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            busy={begin.isPending}
            disabled={!preview || preview.count === 0 || isPlaceholderData}
            onClick={() => request && begin.mutate(request)}
          >
            {t("action")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && !isOfField && <Banner tone="bad" title={refused.message} live />}
        <ReplaySpan
          since={since}
          until={until}
          onSince={setSince}
          onUntil={setUntil}
          errors={{ since: fields["since"], until: fields["until"] }}
        />
        <Field label={t("which")}>
          {(control) => (
            <Select
              {...control}
              options={WHICH.map((value) => ({ value, label: t(`events.${value}`) }))}
              value={which}
              onValueChange={setWhich}
            />
          )}
        </Field>
        <RateField value={ratePerSecond} onValueChange={setRate} />
        <div className={isPlaceholderData ? "opacity-60" : undefined}>
          {preview ? (
            <RedeliveryCount preview={preview} what="event" ratePerSecond={ratePerSecond} />
          ) : (
            isFetching && (
              <p role="status" className="text-ink-2">
                {t("counting")}
              </p>
            )
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface Chosen {
  since: string;
  until: string;
  which: Which;
}

function requestOf({ since, until, which }: Chosen): ReplayInput | undefined {
  if (since === "") return undefined;
  return {
    since: new Date(since).toISOString(),
    ...(until ? { until: new Date(until).toISOString() } : {}),
    ...(which === "all" ? {} : { status: [which] }),
  };
}
