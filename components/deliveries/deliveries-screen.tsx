"use client";

import { useState } from "react";
import { useMay } from "@/components/account/viewer";
import { DeliveryFilterBar } from "./delivery-filters";
import { DeliveryLog } from "./delivery-log";
import { DeliverySheet } from "./delivery-sheet";
import { LogToolbar } from "./log-toolbar";
import { RedeliveryProgress } from "./redelivery-progress";
import { useDeliveryFilters, useOpenDelivery, usePageCursor } from "./use-delivery-filters";
import { useDeliveryPage } from "./use-delivery-page";
import { useLogKeys } from "./use-log-keys";
import { useRetry } from "./use-retry";
import { useSelection } from "./use-selection";

export function DeliveriesScreen() {
  const [openId, setOpenId] = useOpenDelivery();
  const [filters] = useDeliveryFilters();
  const [cursor] = usePageCursor();
  const [isPaused, setPaused] = useState(false);
  const { mutate: retry } = useRetry();
  const selection = useSelection();
  const mayRetry = useMay("webhooks:write");
  const page = useDeliveryPage(filters, cursor);
  useLogKeys({
    openId,
    onWalk: (id) => void setOpenId(id, { history: "replace" }),
    onRetry: (id) => mayRetry && retry(id),
  });
  return (
    <>
      <RedeliveryProgress />
      <DeliveryFilterBar error={page.query.error} />
      <LogToolbar
        selection={selection}
        live={{ stream: page.stream, isPaused, isFirst: cursor === null, onPausedChange: setPaused }}
      />
      <DeliveryLog
        page={page}
        isPaused={isPaused}
        openId={openId}
        onOpen={(id) => void setOpenId(id)}
        selection={selection}
      />
      {openId && <DeliverySheet id={openId} onClose={() => void setOpenId(null)} />}
    </>
  );
}
