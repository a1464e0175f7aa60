import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AlertsScreen } from "@/components/alerts/alerts-screen";
import { alertRulesQuery, noticesQuery } from "@/components/alerts/queries";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { listNotices } from "@/lib/alerts/inbox";
import { listAlertRules } from "@/lib/alerts/rules";
import { noticesQuerySchema } from "@/lib/core/notice";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("alerts");
  return { title: t("tab") };
}

export default async function AlertsPage() {
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...alertRulesQuery(), queryFn: () => listAlertRules(viewer) }),
      queryClient.prefetchInfiniteQuery({
        ...noticesQuery(),
        queryFn: () => listNotices(viewer, noticesQuerySchema.parse({ limit: "20" })),
      }),
    ]),
  );
  return (
    <>
      <WebhooksHeader current="/settings/webhooks/alerts" />
      <HydrationBoundary state={state}>
        <AlertsScreen />
      </HydrationBoundary>
    </>
  );
}
