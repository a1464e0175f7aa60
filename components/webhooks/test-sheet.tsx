"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { DeliveryExchange } from "@/components/deliveries/delivery-exchange";
import { deliveryQuery } from "@/components/deliveries/queries";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { Tag } from "@/components/ui/tag";
import { webhooksApi } from "@/lib/api-client";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";
import { formatSeconds } from "@/lib/core/schedule";
import type { Webhook } from "@/lib/core/webhook";
import { Elapsed } from "./elapsed";

interface Props {
  webhook: Pick<Webhook, "id" | "title" | "url" | "timeoutMs">;
  /** Its sample is sent. */
  type?: string | undefined;
  onClose: () => void;
}

/** Sends a test as it opens, `test.ping` unless said otherwise, and shows the exchange as it happens. */
export function TestSheet({ webhook, type = TEST_EVENT_TYPE, onClose }: Props) {
  const {
    mutate,
    isPending,
    error,
    data: sent,
  } = useSingleMutation({ mutationFn: () => webhooksApi.test(webhook.id, { type }) });
  const sendOnce = useEffectEvent(() => mutate());
  useEffect(() => {
    // Deferred, so that an effect that React runs twice in development sends once.
    const timer = setTimeout(sendOnce);
    return () => clearTimeout(timer);
  }, []);
  const { data: delivery, error: readError } = useQuery({
    ...deliveryQuery(sent?.id ?? ""),
    enabled: sent !== undefined,
  });
  const attempt = delivery?.attempts.at(-1);
  const isWaiting = !error && !attempt;
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={`Test ${webhook.title}`}
      subtitle={<Tag>{webhook.url}</Tag>}
      actions={
        <Button variant="primary" size="sm" busy={isPending || isWaiting} onClick={() => mutate()}>
          <Send aria-hidden />
          Send again
        </Button>
      }
    >
      <div className="flex flex-col gap-4" aria-live="polite">
        {error && (
          <Banner tone="bad" title="The test could not be sent">
            {error.message}
          </Banner>
        )}
        {readError && !error && (
          <Banner tone="bad" title="The answer could not be read">
            {readError.message}
          </Banner>
        )}
        {isWaiting && (
          <Banner
            tone="accent"
            title={
              <>
                Sending {type}… waiting for <Elapsed key={sent?.id ?? "new"} />
              </>
            }
          >
            The worker signs it and posts it to your URL. It gives up after {formatSeconds(webhook.timeoutMs / 1000)}.
          </Banner>
        )}
        {delivery && attempt && <DeliveryExchange delivery={delivery} attempt={attempt} />}
      </div>
    </Sheet>
  );
}
