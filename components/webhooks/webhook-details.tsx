"use client";

import { List, Pencil, Send } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { KeyValues } from "@/components/ui/key-values";
import { formatNumber } from "@/components/ui/number";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { delaysOf } from "@/lib/core/retry";
import { describeSchedule, formatSeconds } from "@/lib/core/schedule";
import type { Webhook } from "@/lib/core/webhook";
import { deliveriesHref, editHref } from "./paths";
import { VERIFY_SNIPPET } from "./verify-snippet";
import { useWebhookAction } from "./webhook-actions";
import { WebhookMenu } from "./webhook-menu";
import { WebhookTrouble } from "./webhook-trouble";
import { WebhookStatus } from "./webhook-status";

export function WebhookDetails({ webhook }: { webhook: Webhook }) {
  const begin = useWebhookAction();
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label="Breadcrumb" className="text-sm text-ink-2">
        <Link href="/settings/webhooks" className="hover:underline">
          Outbound Webhooks
        </Link>
      </nav>
      <PageHeader
        title={webhook.title}
        badge={<WebhookStatus webhook={webhook} />}
        description={<span className="font-mono text-sm wrap-anywhere">{webhook.url}</span>}
        actions={
          <>
            <Button variant="primary" onClick={() => begin("test", webhook)}>
              <Send aria-hidden />
              Test
            </Button>
            <Button asChild>
              <Link href={deliveriesHref(webhook.id)}>
                <List aria-hidden />
                View deliveries
              </Link>
            </Button>
            <Button asChild>
              <Link href={editHref(webhook.id)}>
                <Pencil aria-hidden />
                Edit
              </Link>
            </Button>
            <WebhookMenu webhook={webhook} />
          </>
        }
      />
      <WebhookTrouble webhook={webhook} />
      <Panel title="Settings">
        <KeyValues items={factsOf(webhook)} />
      </Panel>
      <Panel title="Verify">
        <p className="mb-2 max-w-prose text-ink-2">
          Each delivery is signed with this webhook's secret. Your receiver computes the same signature from the body
          and compares.
        </p>
        <CodeBlock title="Node.js with Express" code={VERIFY_SNIPPET} label="Verification code" copy />
      </Panel>
    </div>
  );
}

function factsOf(webhook: Webhook) {
  const { retry, timeoutMs, hits, lastHitAt, createdAt, secretRotatedAt, previousSecretUntil } = webhook;
  const delays = "preset" in retry ? delaysOf({ preset: retry.preset, delaysSeconds: [] }) : retry.delaysSeconds;
  const times = `${delays.map(formatSeconds).join(", ")}. `;
  return [
    { label: "Id", value: <Tag>{webhook.id}</Tag> },
    {
      label: "Events",
      value: (
        <span className="flex flex-wrap gap-1">
          {webhook.events.map((pattern) => (
            <Tag key={pattern}>{pattern === "*" ? "All events" : pattern}</Tag>
          ))}
        </span>
      ),
    },
    { label: "Format", value: <Tag>{webhook.format}</Tag> },
    { label: "Retries", value: `${delays.length > 0 ? `After ${times}` : ""}${describeSchedule(delays)}` },
    { label: "Timeout", value: formatSeconds(timeoutMs / 1000) },
    { label: "Hits", value: formatNumber(hits) },
    { label: "Last hit", value: lastHitAt ? <Time value={lastHitAt} /> : "never" },
    { label: "Created", value: <Time value={createdAt} format="exact" /> },
    ...(secretRotatedAt ? [{ label: "Secret rotated", value: <Time value={secretRotatedAt} format="exact" /> }] : []),
    ...(previousSecretUntil
      ? [{ label: "Old secret until", value: <Time value={previousSecretUntil} format="exact" /> }]
      : []),
  ];
}
