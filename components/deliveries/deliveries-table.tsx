"use client";

import type { ChangeEvent } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Checkbox } from "@/components/ui/checkbox";
import { List } from "@/components/ui/list-row";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Delivery } from "@/lib/core/delivery";
import { DeliveryListRow, DeliveryRow } from "./delivery-row";
import type { Selection } from "./use-selection";

interface Props {
  deliveries: readonly Delivery[];
  openId: string | null;
  onOpen: (id: string) => void;
  selection: Selection;
  /** Whether a row came while somebody looked. */
  isNew: (id: string) => boolean;
}

export function DeliveriesTable({ deliveries, openId, onOpen, selection, isNew }: Props) {
  const t = useTranslations("logs");
  const maySelect = useMay("webhooks:write");
  const ids = deliveries.map(({ id }) => id);
  const count = ids.filter((id) => selection.ids.has(id)).length;
  const all = {
    checked: count > 0 && count === ids.length,
    indeterminate: count > 0 && count < ids.length,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => selection.set(ids, target.checked),
  };
  return (
    <>
      <Table label={t("deliveries")} className="max-sm:hidden">
        <TableHead>
          {maySelect && (
            <Th className="w-px pr-0">
              <Checkbox aria-label={t("selectAll")} {...all} />
            </Th>
          )}
          <Th>{t("columns.status")}</Th>
          <Th>{t("columns.event")}</Th>
          <Th>{t("columns.webhook")}</Th>
          <Th numeric>{t("columns.code")}</Th>
          <Th numeric className="max-lg:hidden">
            {t("columns.duration")}
          </Th>
          <Th numeric className="max-lg:hidden">
            {t("columns.attempts")}
          </Th>
          <Th>{t("columns.time")}</Th>
        </TableHead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              current={delivery.id === openId}
              onOpen={onOpen}
              selection={maySelect ? selection : null}
              isNew={isNew(delivery.id)}
            />
          ))}
        </tbody>
      </Table>
      {maySelect && <Checkbox label={t("selectAll")} {...all} className="mb-2 px-3 py-1 sm:hidden" />}
      <List label={t("deliveries")} className="sm:hidden">
        {deliveries.map((delivery) => (
          <DeliveryListRow
            key={delivery.id}
            delivery={delivery}
            current={delivery.id === openId}
            onOpen={onOpen}
            selection={maySelect ? selection : null}
            isNew={isNew(delivery.id)}
          />
        ))}
      </List>
    </>
  );
}
