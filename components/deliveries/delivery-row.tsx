"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { formatDuration } from "@/components/ui/duration";
import { ListRow } from "@/components/ui/list-row";
import { Td, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFlash } from "@/components/ui/use-flash";
import type { Delivery } from "@/lib/core/delivery";
import { DeliveryStatus } from "./delivery-status";
import type { Selection } from "./use-selection";
import { ROW_ATTRIBUTE } from "./use-log-keys";

interface Props {
  delivery: Delivery;
  current: boolean;
  onOpen: (id: string) => void;
  selection: Selection;
}

export function DeliveryRow({ delivery, current, onOpen, selection }: Props) {
  const flash = useFlash(versionOf(delivery));
  const selected = selection.ids.has(delivery.id);
  return (
    <Tr compact current={current} selected={selected} onOpen={() => onOpen(delivery.id)} {...flash}>
      <Td className="w-px pr-0">
        <SelectBox delivery={delivery} selection={selection} />
      </Td>
      <Td>
        <DeliveryStatus delivery={delivery} />
      </Td>
      <Td className="max-w-48 lg:max-w-64">
        <button
          type="button"
          {...{ [ROW_ATTRIBUTE]: delivery.id }}
          onClick={() => onOpen(delivery.id)}
          aria-label={`Open ${delivery.eventType} to ${delivery.webhookTitle}`}
          className="max-w-full rounded-sm text-left"
        >
          <Tag>{delivery.eventType}</Tag>
        </button>
      </Td>
      <Td className="w-full max-w-0 min-w-24 truncate" title={delivery.webhookTitle}>
        {delivery.webhookTitle}
      </Td>
      <Td numeric>{resultOf(delivery)}</Td>
      <Td numeric className="max-lg:hidden">
        {delivery.durationMs === null ? "–" : formatDuration(delivery.durationMs)}
      </Td>
      <Td numeric className="max-lg:hidden">
        {delivery.attemptCount}
      </Td>
      <Td className="min-w-24 text-ink-2">
        <Time value={delivery.createdAt} />
      </Td>
    </Tr>
  );
}

export function DeliveryListRow({ delivery, current, onOpen, selection }: Props) {
  const flash = useFlash(versionOf(delivery));
  return (
    <ListRow
      leading={<SelectBox delivery={delivery} selection={selection} />}
      title={<Tag>{delivery.eventType}</Tag>}
      aside={<DeliveryStatus delivery={delivery} />}
      detail={
        <>
          {(delivery.responseCode ?? delivery.error) !== null && `${resultOf(delivery)} · `}
          {delivery.webhookTitle}
        </>
      }
      detailAside={<Time value={delivery.createdAt} />}
      selected={selection.ids.has(delivery.id)}
      current={current}
      onOpen={() => onOpen(delivery.id)}
      {...flash}
    />
  );
}

function SelectBox({ delivery: { id, eventType, webhookTitle }, selection }: Pick<Props, "delivery" | "selection">) {
  return (
    <Checkbox
      aria-label={`Select ${eventType} to ${webhookTitle}`}
      checked={selection.ids.has(id)}
      onChange={({ target }) => selection.set([id], target.checked)}
    />
  );
}

const versionOf = ({ status, attemptCount }: Delivery) => `${status} ${attemptCount}`;

/** The response code, or in a word why there was none. */
const resultOf = ({ responseCode, error }: Delivery) => responseCode ?? error?.replaceAll("_", " ") ?? "–";
