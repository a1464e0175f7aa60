"use client";

import { useTranslations } from "use-intl";

/** As large as what it stands in for. */
export function ChartsSkeleton() {
  const t = useTranslations("charts");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-4">
      <div className="h-72 rounded-lg border bg-panel sm:h-48 lg:h-24" />
      <div className="grid gap-4 lg:grid-cols-2">
        {PANELS.map((name) => (
          <div key={name} className="h-80 rounded-lg border bg-panel first:lg:col-span-2" />
        ))}
      </div>
    </div>
  );
}

const PANELS = ["outcomes", "latency", "codes", "errors", "throughput"];
