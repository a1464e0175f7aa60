"use client";

import { Radio } from "lucide-react";
import { useTranslations } from "use-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import type { Inspector } from "@/lib/core/inspector";

/** Before the first request: what to do for one. */
export function NothingArrived({ inspector: { url, webhooks } }: { inspector: Inspector }) {
  const t = useTranslations("inspectors.requests");
  return (
    <div className="rounded-lg border bg-panel">
      <EmptyState bare picture={<Radio aria-hidden />} title={t("emptyTitle")}>
        {webhooks.length > 0 ? t("emptyWithWebhook") : t("empty")}
      </EmptyState>
      <div className="mx-auto max-w-2xl px-4 pb-8">
        <CodeBlock title={t("curl")} label={t("curl")} code={exampleOf(url)} copy wrap />
      </div>
    </div>
  );
}

const exampleOf = (url: string) => `curl -X POST ${url} \\
  -H "Content-Type: application/json" \\
  -d '{"hello":"world"}'`;
