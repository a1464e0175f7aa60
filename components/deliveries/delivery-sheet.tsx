"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorState } from "@/components/ui/error-state";
import { KeyValues } from "@/components/ui/key-values";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { redeliveryHref, webhookHref } from "@/components/webhooks/paths";
import { ApiError } from "@/lib/api-client";
import type { DeliveryDetail } from "@/lib/core/delivery";
import { AttemptTimeline } from "./attempt-timeline";
import { DeliveryExchange } from "./delivery-exchange";
import { DeliveryStatus } from "./delivery-status";
import { deliveryQuery } from "./queries";
import { toCurl } from "./to-curl";
import { canRetry, useRetry } from "./use-retry";

/** Everything about one delivery, beside the log. */
export function DeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(deliveryQuery(id));
  const delivery = query.data;
  if (!delivery) {
    return (
      <Sheet open onOpenChange={onClose} modal={false} title="Delivery" subtitle={<Tag>{id}</Tag>}>
        {query.isPending ? (
          <SkeletonRows label="Loading the delivery" />
        ) : (
          <ErrorState
            bare
            title={isMissing(query.error) ? "There is no such delivery" : "The delivery could not be loaded"}
            onRetry={isMissing(query.error) ? undefined : () => void query.refetch()}
            retrying={query.isFetching}
          >
            {isMissing(query.error) ? "It may have been older than what is kept." : query.error.message}
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
      <Details key={delivery.id} delivery={delivery} />
    </Sheet>
  );
}

const isMissing = (error: unknown) => error instanceof ApiError && error.status === 404;

function Details({ delivery }: { delivery: DeliveryDetail }) {
  const [chosen, setChosen] = useState<number>();
  const attempt = delivery.attempts.find(({ number }) => number === chosen) ?? delivery.attempts.at(-1);
  return (
    <div className="flex flex-col gap-4">
      <KeyValues
        items={[
          { label: "Webhook", value: <WebhookLink delivery={delivery} /> },
          { label: "Published", value: <Time value={delivery.eventTimestamp} format="exact" /> },
          ...(delivery.redelivery
            ? [
                {
                  label: delivery.redelivery.kind === "replay" ? "Made by" : "Retried by",
                  value: <Origin {...delivery.redelivery} />,
                },
              ]
            : []),
        ]}
      />
      <AttemptTimeline delivery={delivery} selected={attempt?.number} onSelect={setChosen} />
      {delivery.status === "held" && (
        <Banner tone="idle" title={`Held: the webhook is ${delivery.webhookStatus}`}>
          It is delivered as soon as the webhook is resumed.
        </Banner>
      )}
      {delivery.status === "cancelled" && (
        <Banner
          tone="idle"
          title={`Cancelled: ${delivery.webhookStatus === "deleted" ? "the webhook was deleted" : "it was discarded when the webhook was resumed"}`}
        >
          {delivery.webhookStatus === "deleted" ? "It is not sent any more." : "Retry it if it is wanted after all."}
        </Banner>
      )}
      {attempt ? (
        <DeliveryExchange delivery={delivery} attempt={attempt} />
      ) : (
        delivery.status === "pending" && <p className="text-ink-2">No attempt has been made yet.</p>
      )}
    </div>
  );
}

function Origin({ id, kind }: NonNullable<DeliveryDetail["redelivery"]>) {
  return (
    <Link href={redeliveryHref(id)} className="rounded-sm text-accent hover:underline">
      {kind === "replay" ? "a replay" : "a bulk retry"}
    </Link>
  );
}

function WebhookLink({ delivery: { webhookId, webhookStatus, webhookTitle } }: { delivery: DeliveryDetail }) {
  if (webhookStatus === "deleted") return <>{webhookTitle} (deleted)</>;
  return (
    <Link href={webhookHref(webhookId)} className="rounded-sm text-accent hover:underline">
      {webhookTitle}
    </Link>
  );
}

function Actions({ delivery }: { delivery: DeliveryDetail }) {
  const { mutate, isPending } = useRetry();
  const attempt = delivery.attempts.at(-1);
  return (
    <>
      {canRetry(delivery) && (
        <Button variant="primary" size="sm" busy={isPending} onClick={() => mutate(delivery.id)}>
          <RotateCw aria-hidden />
          {delivery.status === "succeeded" ? "Send again" : "Retry now"}
        </Button>
      )}
      {attempt && <CopyButton size="sm" label="Copy as curl" value={() => toCurl(delivery, attempt)} />}
    </>
  );
}
