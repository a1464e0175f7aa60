"use client";

import Link from "next/link";
import { Tooltip } from "@/components/ui/tooltip";
import { healthHref } from "@/components/webhooks/paths";
import { WebhookStatus } from "@/components/webhooks/webhook-status";
import type { Webhook } from "@/lib/core/webhook";
import { useEvidence } from "./use-evidence";

const EXPLAINED = new Set(["degraded", "failing", "disabled"]);

/** What isn't well says why when it is pointed at or focused, and leads to the rest. */
export function ExplainedStatus({ webhook }: { webhook: Webhook }) {
  const { sentence } = useEvidence(webhook);
  const { id, status, health } = webhook;
  const isExplained = status === "disabled" || (status === "active" && EXPLAINED.has(health.state));
  if (!isExplained) return <WebhookStatus webhook={webhook} />;
  return (
    <Tooltip content={sentence}>
      <Link href={healthHref(id)} className="hit relative inline-flex rounded-full align-middle">
        <WebhookStatus webhook={webhook} />
        <span className="sr-only">: {sentence}</span>
      </Link>
    </Tooltip>
  );
}
