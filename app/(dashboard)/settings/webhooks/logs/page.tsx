import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { DeliveriesScreen } from "@/components/deliveries/deliveries-screen";
import { webhooksQuery } from "@/components/webhooks/queries";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { DEFAULT_LIMIT } from "@/lib/core/page";
import { prefetch } from "@/lib/prefetch";
import { listWebhooks } from "@/lib/webhooks/webhooks";

export const metadata: Metadata = { title: "Delivery logs" };

export default async function LogsPage() {
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchInfiniteQuery({
      ...webhooksQuery(),
      queryFn: () => listWebhooks(viewer, { limit: DEFAULT_LIMIT }),
    }),
  );
  return (
    <>
      <WebhooksHeader current="/settings/webhooks/logs" />
      <HydrationBoundary state={state}>
        <DeliveriesScreen />
      </HydrationBoundary>
    </>
  );
}
