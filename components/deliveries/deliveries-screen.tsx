"use client";

import { DeliveryFilterBar } from "./delivery-filters";
import { DeliveryLog } from "./delivery-log";
import { DeliverySheet } from "./delivery-sheet";
import { RedeliveryProgress } from "./redelivery-progress";
import { RetryActions } from "./retry-actions";
import { useSelection } from "./use-selection";
import { useLogKeys } from "./use-log-keys";
import { useOpenDelivery } from "./use-delivery-filters";
import { useRetry } from "./use-retry";

export function DeliveriesScreen() {
  const [openId, setOpenId] = useOpenDelivery();
  const { mutate: retry } = useRetry();
  const selection = useSelection();
  useLogKeys({ openId, onWalk: (id) => void setOpenId(id, { history: "replace" }), onRetry: retry });
  return (
    <>
      <RedeliveryProgress />
      <DeliveryFilterBar>
        <RetryActions selection={selection} />
      </DeliveryFilterBar>
      <DeliveryLog openId={openId} onOpen={(id) => void setOpenId(id)} selection={selection} />
      {openId && <DeliverySheet id={openId} onClose={() => void setOpenId(null)} />}
    </>
  );
}
