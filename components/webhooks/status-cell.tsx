"use client";

import { useTranslations } from "use-intl";
import { useEvidence } from "@/components/health/use-evidence";
import { Link } from "@/components/ui/link";
import { Tooltip } from "@/components/ui/tooltip";
import type { Webhook } from "@/lib/core/webhook";
import { nextStepOf } from "./next-step";
import { healthHref } from "./paths";
import { shownState } from "./webhook-state";
import { WebhookStatus } from "./webhook-status";

const UNWELL = new Set(["failing", "disabled", "degraded"]);

/** What isn't well says why, and what to do, when it is pointed at or focused; it leads to the rest. */
export function StatusCell({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks.next");
  const { sentence } = useEvidence(webhook);
  if (!UNWELL.has(shownState(webhook))) return <WebhookStatus webhook={webhook} />;
  const next = t(nextStepOf(webhook));
  return (
    <Tooltip
      content={
        <>
          <span className="block font-medium">{sentence}</span>
          <span className="mt-1 block">{next}</span>
        </>
      }
    >
      <Link href={healthHref(webhook.id)} className="hit relative inline-flex rounded-full align-middle">
        <WebhookStatus webhook={webhook} />
        <span className="sr-only">
          : {sentence} {next}
        </span>
      </Link>
    </Tooltip>
  );
}
