"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { SuccessRate } from "@/components/health/success-rate";
import { Checkbox } from "@/components/ui/checkbox";
import { List, ListRow } from "@/components/ui/list-row";
import { webhookHref } from "./paths";
import { useVirtualRows } from "./use-virtual-rows";
import type { WebhookTableRow } from "./webhook-columns";
import { WebhookMenu } from "./webhook-menu";
import { WebhookStatus } from "./webhook-status";

/** px; two lines. */
const ROW_HEIGHT = 61;

interface Props {
  rows: readonly WebhookTableRow[];
  isSelected: (id: string) => boolean;
}

/** On a phone: what it is, how it is, where it goes. */
export function WebhooksList({ rows: all, isSelected }: Props) {
  const t = useTranslations("webhooks");
  const may = useMay("webhooks:write");
  const { body, rows, end } = useVirtualRows<HTMLDivElement>({ count: all.length, rowHeight: ROW_HEIGHT });
  return (
    <div ref={body} className="sm:hidden">
      <List label={t("tabs.webhooks")}>
        {rows.flatMap(({ index, gap }) => {
          const row = all[index];
          if (!row) return [];
          const webhook = row.original;
          const selected = isSelected(row.id);
          return [
            ...(gap > 0 ? [<li key={`gap-${index}`} aria-hidden style={{ height: gap }} />] : []),
            <ListRow
              key={row.id}
              href={webhookHref(webhook.id)}
              selected={selected}
              leading={
                may && (
                  <Checkbox
                    aria-label={t("select", { title: webhook.title })}
                    checked={selected}
                    onChange={row.getToggleSelectedHandler()}
                  />
                )
              }
              title={webhook.title}
              aside={<WebhookStatus webhook={webhook} />}
              detail={<span className="font-mono text-xs">{webhook.url}</span>}
              detailAside={webhook.hits === 0 ? t("neverHit") : <SuccessRate health={webhook.health} />}
              trailing={<WebhookMenu webhook={webhook} size="md" />}
            />,
          ];
        })}
        {end > 0 && <li key="end" aria-hidden style={{ height: end }} />}
      </List>
    </div>
  );
}
