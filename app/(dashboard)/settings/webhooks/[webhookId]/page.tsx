import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { webhookQuery } from "@/components/webhooks/queries";
import { WebhookScreen } from "@/components/webhooks/webhook-screen";
import { prefetch } from "@/lib/prefetch";
import { getWebhook } from "@/lib/webhooks/webhooks";

export const metadata: Metadata = { title: "Webhook" };

interface Props {
  params: Promise<{ webhookId: string }>;
}

export default async function WebhookPage({ params }: Props) {
  const { webhookId } = await params;
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchQuery({ ...webhookQuery(webhookId), queryFn: () => getWebhook(viewer, webhookId) }),
  );
  return (
    <HydrationBoundary state={state}>
      <WebhookScreen id={webhookId} />
    </HydrationBoundary>
  );
}
