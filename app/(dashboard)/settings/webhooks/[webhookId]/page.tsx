import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { disablingQuery, webhookQuery } from "@/components/webhooks/queries";
import { WebhookScreen } from "@/components/webhook-page/webhook-screen";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";
import { getDisabling } from "@/lib/webhooks/disabling";
import { getWebhook } from "@/lib/webhooks/webhooks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("webhookPage");
  return { title: t("title") };
}

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
