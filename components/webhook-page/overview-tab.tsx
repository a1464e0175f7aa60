"use client";

import { useTranslations } from "use-intl";
import { ChartsSkeleton } from "@/components/charts/charts-skeleton";
import { RangeBar } from "@/components/charts/range-bar";
import { useSpan } from "@/components/charts/use-span";
import { HealthPanel } from "@/components/health/health-panel";
import { onDemand } from "@/components/ui/on-demand";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Webhook } from "@/lib/core/webhook";
import { FailureGroups } from "./failure-groups";

/** Charts are as large as the rest of the page: they come when it stands. */
const WebhookCharts = onDemand(
  () => import("@/components/charts/webhook-charts").then((its) => its.default),
  <ChartsSkeleton />,
);

/** How it does now, and how it did over a span of time. */
export function OverviewTab({ webhook }: { webhook: Webhook }) {
  // The server knows neither the reader's clock nor their zone.
  const isHydrated = useHydrated();
  return (
    <>
      <HealthPanel webhook={webhook} />
      {isHydrated ? <Activity webhookId={webhook.id} /> : <ChartsSkeleton />}
    </>
  );
}

function Activity({ webhookId }: { webhookId: string }) {
  const t = useTranslations("charts");
  const chosen = useSpan();
  return (
    <section aria-labelledby="activity" className="flex flex-col gap-4">
      <header className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 id="activity" className="text-lg font-semibold">
          {t("title")}
        </h2>
        <RangeBar chosen={chosen} />
      </header>
      <WebhookCharts webhookId={webhookId} span={chosen.span} onZoom={chosen.chooseSpan} />
      <FailureGroups webhookId={webhookId} span={chosen.span} />
    </section>
  );
}
