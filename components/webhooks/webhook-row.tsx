"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { HealthCell } from "@/components/health/health-cell";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { Td, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import { webhookHref } from "./paths";
import { StatusCell } from "./status-cell";
import { ROW_ATTRIBUTE } from "./use-row-keys";
import { useWebhookAction } from "./webhook-actions";
import type { WebhookTableRow } from "./webhook-columns";
import { WebhookEvents } from "./webhook-events";
import { WebhookMenu } from "./webhook-menu";

/** px; title and URL, rate and picture: two lines of each. */
export const ROW_HEIGHT = 52;

interface Props {
  row: WebhookTableRow;
  /** Within all rows, the heading included, from 1. */
  rowIndex: number;
  selected: boolean;
}

export const WebhookRow = memo(function WebhookRow({ row, rowIndex, selected }: Props) {
  const t = useTranslations("webhooks");
  const { number } = useFormats();
  const may = useMay("webhooks:write");
  const begin = useWebhookAction();
  const webhook = row.original;
  const { id, title, url } = webhook;
  return (
    <Tr selected={selected} aria-rowindex={rowIndex} className="h-13">
      {may && (
        <Td className="w-8 pr-0">
          <Checkbox aria-label={t("select", { title })} checked={selected} onChange={row.getToggleSelectedHandler()} />
        </Td>
      )}
      <Td numeric className="text-ink-3 max-lg:hidden">
        {webhook.number}
      </Td>
      <Td className="w-full max-w-0 min-w-48">
        <Link
          href={webhookHref(id)}
          {...{ [ROW_ATTRIBUTE]: id }}
          className="block truncate rounded-sm font-medium hover:underline"
        >
          {title}
        </Link>
        <span className="block truncate font-mono text-xs text-ink-3" title={url}>
          {url}
        </span>
      </Td>
      <Td className="max-w-48 max-lg:hidden">
        <WebhookEvents events={webhook.events} />
      </Td>
      <Td>
        <StatusCell webhook={webhook} />
      </Td>
      <Td className="whitespace-nowrap">
        <HealthCell health={webhook.health} />
      </Td>
      <Td numeric className="max-lg:hidden">
        {number(webhook.hits)}
      </Td>
      <Td className="whitespace-nowrap text-ink-2">
        {webhook.lastHitAt ? <Time value={webhook.lastHitAt} /> : t("never")}
      </Td>
      <Td className="text-ink-2 max-xl:hidden">
        <Time value={webhook.createdAt} />
      </Td>
      <Td className="whitespace-nowrap">
        <span className="inline-flex gap-2">
          {may && (
            <Button size="sm" onClick={() => begin("test", webhook)} aria-label={t("testOf", { title })}>
              {t("actions.test")}
            </Button>
          )}
          <WebhookMenu webhook={webhook} size="sm" />
        </span>
      </Td>
    </Tr>
  );
});
