import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { DeliveriesScreen } from "@/components/deliveries/deliveries-screen";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { translator } from "@/lib/locale";
import { prefetchWebhooks } from "../prefetch-webhooks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("logs");
  return { title: t("title") };
}

export default async function LogsPage() {
  const state = await prefetchWebhooks();
  return (
    <>
      <WebhooksHeader current="/settings/webhooks/logs" />
      <HydrationBoundary state={state}>
        <DeliveriesScreen />
      </HydrationBoundary>
    </>
  );
}
