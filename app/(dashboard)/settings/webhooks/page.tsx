import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { WebhooksScreen } from "@/components/webhooks/webhooks-screen";
import { prefetchWebhooks } from "./prefetch-webhooks";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const state = await prefetchWebhooks();
  return (
    <>
      <WebhooksHeader current="/settings/webhooks" />
      <HydrationBoundary state={state}>
        <WebhooksScreen />
      </HydrationBoundary>
    </>
  );
}
