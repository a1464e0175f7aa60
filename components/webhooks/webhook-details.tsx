"use client";

import { List, Pencil, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { HealthPanel } from "@/components/health/health-panel";
import { Button } from "@/components/ui/button";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Webhook } from "@/lib/core/webhook";
import { deliveriesHref, editHref } from "./paths";
import { VerifyPanel } from "./verify-panel";
import { useWebhookAction } from "./webhook-actions";
import { factsOf } from "./webhook-facts";
import { WebhookMenu } from "./webhook-menu";
import { WebhookTrouble } from "./webhook-trouble";
import { WebhookStatus } from "./webhook-status";

export function WebhookDetails({ webhook }: { webhook: Webhook }) {
  const begin = useWebhookAction();
  const words = useTranslations("form");
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
            <WebhookMenu webhook={webhook} size="md" />
          </>
        }
      />
      <WebhookTrouble webhook={webhook} />
      <HealthPanel webhook={webhook} />
      <Panel title="Settings">
        <KeyValues items={factsOf(words, webhook)} />
      </Panel>
      <VerifyPanel webhook={webhook} />
    </div>
  );
}
