import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { disablingQuery, webhookQuery } from "@/components/webhooks/queries";
import { WebhookScreen } from "@/components/webhooks/webhook-screen";
import { prefetch } from "@/lib/prefetch";
import { getDisabling } from "@/lib/webhooks/disabling";
import { getWebhook } from "@/lib/webhooks/webhooks";

export const metadata: Metadata = { title: "Webhook" };

interface Props {
  params: Promise<{ webhookId: string }>;
}

export default async function WebhookPage({ params }: Props) {
  const { webhookId } = await params;
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...webhookQuery(webhookId), queryFn: () => getWebhook(viewer, webhookId) }),
      queryClient.prefetchQuery({ ...disablingQuery(), queryFn: () => getDisabling(viewer) }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <WebhookScreen id={webhookId} />
    </HydrationBoundary>
  );
}
