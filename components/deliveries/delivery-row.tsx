"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ListRow } from "@/components/ui/list-row";
import { Td, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFlash } from "@/components/ui/use-flash";
import { useFormats } from "@/components/ui/use-formats";
import type { Delivery } from "@/lib/core/delivery";
import { DeliveryStatus } from "./delivery-status";
import type { Selection } from "./use-selection";
import { ROW_ATTRIBUTE } from "./use-log-keys";

interface Props {
  delivery: Delivery;
  current: boolean;
  onOpen: (id: string) => void;
  /** Null where nothing can be done with what is ticked. */
  selection: Selection | null;
  isNew: boolean;
}

export function DeliveryRow({ delivery, current, onOpen, selection, isNew }: Props) {
  const t = useTranslations("logs");
  const { duration } = useFormats();
  const flash = useFlash(versionOf(delivery), isNew);
  const selected = selection?.ids.has(delivery.id) ?? false;
  const { eventType: type, webhookTitle: webhook } = delivery;
  return (
    <Tr compact current={current} selected={selected} onOpen={() => onOpen(delivery.id)} {...flash}>
      {selection && (
        <Td className="w-px pr-0">
          <SelectBox delivery={delivery} selection={selection} />
        </Td>
      )}
      <Td>
        <DeliveryStatus delivery={delivery} />
      </Td>
      <Td className="max-w-48 lg:max-w-64">
        <button
          type="button"
          {...{ [ROW_ATTRIBUTE]: delivery.id }}
          onClick={() => onOpen(delivery.id)}
          aria-label={t("open", { type, webhook })}
          className="max-w-full rounded-sm text-left"
        >
          <Tag>{delivery.eventType}</Tag>
        </button>
      </Td>
      <Td className="w-full max-w-0 min-w-24 truncate" title={delivery.webhookTitle}>
        {delivery.webhookTitle}
      </Td>
      <Td numeric>
        <Result delivery={delivery} />
      </Td>
      <Td numeric className="max-lg:hidden">
        {delivery.durationMs === null ? "–" : duration(delivery.durationMs)}
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

export function DeliveryListRow({ delivery, current, onOpen, selection, isNew }: Props) {
  const flash = useFlash(versionOf(delivery), isNew);
  return (
    <ListRow
      leading={selection && <SelectBox delivery={delivery} selection={selection} />}
      title={<Tag>{delivery.eventType}</Tag>}
      aside={<DeliveryStatus delivery={delivery} />}
      detail={
        <>
          {(delivery.responseCode ?? delivery.error) !== null && (
            <>
              <Result delivery={delivery} /> ·{" "}
            </>
          )}
          {delivery.webhookTitle}
        </>
      }
      detailAside={<Time value={delivery.createdAt} />}
      selected={selection?.ids.has(delivery.id)}
      current={current}
      onOpen={() => onOpen(delivery.id)}
      {...flash}
    />
  );
}

function SelectBox({
  delivery: { id, eventType, webhookTitle },
  selection,
}: {
  delivery: Delivery;
  selection: Selection;
}) {
  const t = useTranslations("logs");
  return (
    <Checkbox
      aria-label={t("select", { type: eventType, webhook: webhookTitle })}
      checked={selection.ids.has(id)}
      onChange={({ target }) => selection.set([id], target.checked)}
    />
  );
}

const versionOf = ({ status, attemptCount }: Delivery) => `${status} ${attemptCount}`;

/** The response code, or in a word why there was none. */
function Result({ delivery: { responseCode, error } }: { delivery: Delivery }) {
  const t = useTranslations("logs.errors");
  return <>{responseCode ?? (error ? t(error) : "–")}</>;
}
