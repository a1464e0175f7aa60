"use client";

import { useQuery } from "@tanstack/react-query";
import { GitCompareArrows, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorState } from "@/components/ui/error-state";
import { KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { debugHref, redeliveryHref, webhookHref } from "@/components/webhooks/paths";
import { ApiError } from "@/lib/api-client/api-error";
import type { DeliveryDetail } from "@/lib/core/delivery";
import { AttemptCompare, LAST_SUCCESS } from "./attempt-compare";
import { AttemptTimeline } from "./attempt-timeline";
import { DeliveryExchange } from "./delivery-exchange";
import { DeliveryStatus } from "./delivery-status";
import { deliveryQuery } from "./queries";
import { toCurl } from "./to-curl";
import { useSheetPlace } from "./use-delivery-filters";
import { canRetry, useRetry } from "./use-retry";

/** Everything about one delivery, beside the log. */
export function DeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("delivery");
  const [{ compare }] = useSheetPlace();
  const query = useQuery(deliveryQuery(id));
  const delivery = query.data;
  if (!delivery) {
    return (
      <Sheet open onOpenChange={onClose} modal={false} title={t("title")} subtitle={<Tag>{id}</Tag>}>
        {query.isPending ? (
          <SkeletonRows label={t("loading")} />
        ) : (
          <ErrorState
            bare
            title={t(isMissing(query.error) ? "missing" : "failed")}
            onRetry={isMissing(query.error) ? undefined : () => void query.refetch()}
            retrying={query.isFetching}
          >
            {isMissing(query.error) ? t("missingText") : query.error.message}
          </ErrorState>
        )}
      </Sheet>
    );
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      modal={false}
      title={
        <>
          {delivery.eventType}
          <DeliveryStatus delivery={delivery} />
        </>
      }
      subtitle={
        <>
          <Tag className="select-all">{delivery.id}</Tag>
          <Tag className="select-all">{delivery.eventId}</Tag>
        </>
      }
      actions={<Actions delivery={delivery} />}
    >
      {compare ? <AttemptCompare delivery={delivery} /> : <Details delivery={delivery} />}
    </Sheet>
  );
}

const isMissing = (error: unknown) => error instanceof ApiError && error.status === 404;

function Details({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations("delivery");
  const [{ attempt: chosen }, setPlace] = useSheetPlace();
  const attempt = delivery.attempts.find(({ number }) => number === chosen) ?? delivery.attempts.at(-1);
  const isDeleted = delivery.webhookStatus === "deleted";
  return (
    <div className="flex flex-col gap-4">
      <KeyValues
        items={[
          { label: t("webhook"), value: <WebhookLink delivery={delivery} /> },
          { label: t("published"), value: <Time value={delivery.eventTimestamp} format="exact" /> },
          ...(delivery.redelivery
            ? [
                {
                  label: t(delivery.redelivery.kind === "replay" ? "madeBy" : "retriedBy"),
                  value: <Origin {...delivery.redelivery} />,
                },
              ]
            : []),
        ]}
      />
      <AttemptTimeline
        delivery={delivery}
        selected={attempt?.number}
        onSelect={(number) => void setPlace({ attempt: number })}
      />
      {delivery.status === "held" && (
        <Banner tone="idle" title={t(delivery.webhookStatus === "disabled" ? "held.disabled" : "held.paused")}>
          {t("held.text")}
        </Banner>
      )}
      {delivery.status === "cancelled" && (
        <Banner tone="idle" title={t(isDeleted ? "cancelled.deleted" : "cancelled.discarded")}>
          {t(isDeleted ? "cancelled.deletedText" : "cancelled.discardedText")}
        </Banner>
      )}
      {attempt ? (
        <>
          <DeliveryExchange delivery={delivery} attempt={attempt} />
          {!isDeleted && attempt.requestHeaders.length > 0 && (
            <Link
              href={debugHref(delivery.webhookId, delivery.id)}
              className="self-start rounded-sm text-accent hover:underline"
            >
              {t("debug")}
            </Link>
          )}
        </>
      ) : (
        delivery.status === "pending" && <p className="text-ink-2">{t("noAttempt")}</p>
      )}
    </div>
  );
}

function Origin({ id, kind }: NonNullable<DeliveryDetail["redelivery"]>) {
  const t = useTranslations("delivery");
  return (
    <Link href={redeliveryHref(id)} className="rounded-sm text-accent hover:underline">
      {t(kind === "replay" ? "aReplay" : "aRetry")}
    </Link>
  );
}

function WebhookLink({ delivery: { webhookId, webhookStatus, webhookTitle } }: { delivery: DeliveryDetail }) {
  const t = useTranslations("delivery");
  if (webhookStatus === "deleted") return <>{t("deletedWebhook", { title: webhookTitle })}</>;
  return (
    <Link href={webhookHref(webhookId)} className="rounded-sm text-accent hover:underline">
      {webhookTitle}
    </Link>
  );
}

function Actions({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations("delivery");
  const mayRetry = useMay("webhooks:write");
  const [{ attempt: chosen, compare }, setPlace] = useSheetPlace();
  const { mutate, isPending } = useRetry();
  const attempt = delivery.attempts.find(({ number }) => number === chosen) ?? delivery.attempts.at(-1);
  return (
    <>
      {mayRetry && canRetry(delivery) && (
        <Button variant="primary" size="sm" busy={isPending} onClick={() => mutate(delivery.id)}>
          <RotateCw aria-hidden />
          {t(delivery.status === "succeeded" ? "sendAgain" : "retryNow")}
        </Button>
      )}
      {attempt && <CopyButton size="sm" label={t("copyCurl")} value={() => toCurl(delivery, attempt)} />}
      {attempt && (
        <Button
          size="sm"
          aria-pressed={compare !== null}
          onClick={() => void setPlace({ compare: compare === null ? LAST_SUCCESS : null })}
        >
          <GitCompareArrows aria-hidden />
          {t("compare.action")}
        </Button>
      )}
    </>
  );
}
