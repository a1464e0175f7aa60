"use client";

import type { ChangeEvent } from "react";
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
}

export function DeliveriesTable({ deliveries, openId, onOpen, selection }: Props) {
  const ids = deliveries.map(({ id }) => id);
  const count = ids.filter((id) => selection.ids.has(id)).length;
  const all = {
    checked: count > 0 && count === ids.length,
    indeterminate: count > 0 && count < ids.length,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => selection.set(ids, target.checked),
  };
  return (
    <>
      <Table label="Deliveries" className="max-sm:hidden">
        <TableHead>
          <Th className="w-px pr-0">
            <Checkbox aria-label="Select all that are shown" {...all} />
          </Th>
          <Th>Status</Th>
          <Th>Event</Th>
          <Th>Webhook</Th>
          <Th numeric>Code</Th>
          <Th numeric className="max-lg:hidden">
            Duration
          </Th>
          <Th numeric className="max-lg:hidden">
            Attempts
          </Th>
          <Th>Time</Th>
        </TableHead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              current={delivery.id === openId}
              onOpen={onOpen}
              selection={selection}
            />
          ))}
        </tbody>
      </Table>
      <Checkbox label="Select all that are shown" {...all} className="mb-2 px-3 py-1 sm:hidden" />
      <List label="Deliveries" className="sm:hidden">
        {deliveries.map((delivery) => (
          <DeliveryListRow
            key={delivery.id}
            delivery={delivery}
            current={delivery.id === openId}
            onOpen={onOpen}
            selection={selection}
          />
        ))}
      </List>
    </>
  );
}
