"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { List, ListRow } from "@/components/ui/list-row";
import { ExplainedStatus } from "@/components/health/explained-status";
import { HealthCell } from "@/components/health/health-cell";
import { SuccessRate } from "@/components/health/success-rate";
import { formatNumber } from "@/components/ui/number";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/core/webhook";
import { webhookHref } from "./paths";
import { useWebhookAction } from "./webhook-actions";
import { WebhookEvents } from "./webhook-events";
import { WebhookMenu } from "./webhook-menu";
import { WebhookStatus } from "./webhook-status";

export function WebhooksTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  return (
    <>
      <Table label="Webhooks" className="max-sm:hidden">
        <TableHead>
          <Th numeric className="max-lg:hidden">
            #
          </Th>
          <Th>Title</Th>
          <Th className="max-lg:hidden">Events</Th>
          <Th>Status</Th>
          <Th>Health, 24 h</Th>
          <Th numeric className="max-lg:hidden">
            Hits
          </Th>
          <Th>Last hit</Th>
          <Th className="max-lg:hidden">Created at</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </TableHead>
        <tbody>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </tbody>
      </Table>
      <List label="Webhooks" className="sm:hidden">
        {webhooks.map((webhook) => (
          <ListRow
            key={webhook.id}
            href={webhookHref(webhook.id)}
            title={webhook.title}
            aside={<WebhookStatus webhook={webhook} />}
            detail={<span className="font-mono text-xs">{webhook.url}</span>}
            detailAside={webhook.hits === 0 ? "never hit" : <SuccessRate health={webhook.health} />}
            trailing={<WebhookMenu webhook={webhook} size="md" />}
          />
        ))}
      </List>
    </>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const begin = useWebhookAction();
  return (
    <Tr>
      <Td numeric className="text-ink-3 max-lg:hidden">
        {webhook.number}
      </Td>
      <Td className="w-full max-w-0 min-w-48 py-1.5">
        <Link href={webhookHref(webhook.id)} className="block truncate font-medium hover:underline">
          {webhook.title}
        </Link>
        <span className="block truncate font-mono text-xs text-ink-3" title={webhook.url}>
          {webhook.url}
        </span>
      </Td>
      <Td className="max-w-48 max-lg:hidden">
        <WebhookEvents events={webhook.events} />
      </Td>
      <Td>
        <ExplainedStatus webhook={webhook} />
      </Td>
      <Td className="whitespace-nowrap">
        <HealthCell health={webhook.health} />
      </Td>
      <Td numeric className="max-lg:hidden">
        {formatNumber(webhook.hits)}
      </Td>
      <Td className="text-ink-2">{webhook.lastHitAt ? <Time value={webhook.lastHitAt} /> : "never"}</Td>
      <Td className="text-ink-2 max-lg:hidden">
        <Time value={webhook.createdAt} />
      </Td>
      <Td className="whitespace-nowrap">
        <span className="inline-flex gap-2">
          <Button size="sm" onClick={() => begin("test", webhook)} aria-label={`Test ${webhook.title}`}>
            Test
          </Button>
          <WebhookMenu webhook={webhook} size="sm" />
        </span>
      </Td>
    </Tr>
  );
}
