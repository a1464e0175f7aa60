"use client";

import { DeliveryFilterBar } from "./delivery-filters";
import { DeliveryLog } from "./delivery-log";
import { DeliverySheet } from "./delivery-sheet";
import { useLogKeys } from "./use-log-keys";
import { useOpenDelivery } from "./use-delivery-filters";
import { useRetry } from "./use-retry";

export function DeliveriesScreen() {
  const [openId, setOpenId] = useOpenDelivery();
  const { mutate: retry } = useRetry();
  useLogKeys({ openId, onWalk: (id) => void setOpenId(id, { history: "replace" }), onRetry: retry });
  return (
    <>
      <DeliveryFilterBar />
      <DeliveryLog openId={openId} onOpen={(id) => void setOpenId(id)} />
      {openId && <DeliverySheet id={openId} onClose={() => void setOpenId(null)} />}
    </>
  );
}
