"use client";

import { formatDuration } from "@/components/ui/duration";
import { List, ListRow } from "@/components/ui/list-row";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Delivery } from "@/lib/core/delivery";
import { DeliveryStatus } from "./delivery-status";

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
          <Th numeric>Duration</Th>
          <Th numeric>Attempts</Th>
          <Th>Time</Th>
        </TableHead>
        <tbody>
          {deliveries.map((delivery) => (
            <Tr key={delivery.id} compact current={delivery.id === openId} onOpen={() => onOpen(delivery.id)}>
              <Td>
                <DeliveryStatus delivery={delivery} />
              </Td>
              <Td className="max-w-64">
                <button
                  type="button"
                  onClick={() => onOpen(delivery.id)}
                  aria-label={`Open ${delivery.eventType} to ${delivery.webhookTitle}`}
                  className="max-w-full rounded-sm text-left"
                >
                  <Tag>{delivery.eventType}</Tag>
                </button>
              </Td>
              <Td className="w-full max-w-0 min-w-32 truncate">{delivery.webhookTitle}</Td>
              <Td numeric>{resultOf(delivery)}</Td>
              <Td numeric>{delivery.durationMs === null ? "–" : formatDuration(delivery.durationMs)}</Td>
              <Td numeric>{delivery.attemptCount}</Td>
              <Td className="text-ink-2">
                <Time value={delivery.createdAt} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <List label="Deliveries" className="sm:hidden">
        {deliveries.map((delivery) => (
          <ListRow
            key={delivery.id}
            title={<Tag>{delivery.eventType}</Tag>}
            aside={<DeliveryStatus delivery={delivery} />}
            detail={
              <>
                {resultOf(delivery)} · {delivery.webhookTitle}
              </>
            }
            detailAside={<Time value={delivery.createdAt} />}
            current={delivery.id === openId}
            onOpen={() => onOpen(delivery.id)}
          />
        ))}
      </List>
    </>
  );
}

/** The response code, or in a word why there was none. */
const resultOf = ({ responseCode, error }: Delivery) => responseCode ?? error?.replaceAll("_", " ") ?? "–";
