"use client";

import { List } from "@/components/ui/list-row";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Delivery } from "@/lib/core/delivery";
import { DeliveryListRow, DeliveryRow } from "./delivery-row";

interface Props {
  deliveries: readonly Delivery[];
  openId: string | null;
  onOpen: (id: string) => void;
}

export function DeliveriesTable({ deliveries, openId, onOpen }: Props) {
  return (
    <>
      <Table label="Deliveries" className="max-sm:hidden">
        <TableHead>
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
            <DeliveryRow key={delivery.id} delivery={delivery} current={delivery.id === openId} onOpen={onOpen} />
          ))}
        </tbody>
      </Table>
      <List label="Deliveries" className="sm:hidden">
        {deliveries.map((delivery) => (
          <DeliveryListRow key={delivery.id} delivery={delivery} current={delivery.id === openId} onOpen={onOpen} />
        ))}
      </List>
    </>
  );
}
