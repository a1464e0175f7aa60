import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { webhooksQuery } from "@/components/webhooks/queries";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { WebhooksScreen } from "@/components/webhooks/webhooks-screen";
import { DEFAULT_LIMIT } from "@/lib/core/page";
import { prefetch } from "@/lib/prefetch";
import { listWebhooks } from "@/lib/webhooks/webhooks";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchInfiniteQuery({
      ...webhooksQuery(),
      queryFn: () => listWebhooks(viewer, { limit: DEFAULT_LIMIT }),
    }),
  );
  return (
    <>
      <WebhooksHeader current="/settings/webhooks" />
      <HydrationBoundary state={state}>
        <WebhooksScreen />
      </HydrationBoundary>
    </>
  );
}
