/** Takes what is due, the way the webhook asks for: in order, at a rate, or else together with other webhooks. */
import { batched } from "../lib/batched";
import { parkBlocked } from "../lib/deliveries/order";
import { takePaced } from "../lib/deliveries/pace";
import { takeDue, type Due, type Take } from "../lib/deliveries/take";

/** In one statement. */
const MAX_ROWS_AT_ONCE = 2_048;

export interface Wanted extends Take {
  isOrdered: boolean;
  ratePerSecond: number | null;
}

export function createTaker(): (wanted: Wanted) => Promise<Due[]> {
  const takeTogether = batched(takeDue, {
    keyOf: ({ webhookId }) => webhookId,
    weightOf: ({ limit }) => limit,
    maxWeight: MAX_ROWS_AT_ONCE,
  });
  return async ({ isOrdered, ratePerSecond, ...take }) => {
    if (isOrdered && take.active) await parkBlocked(take.webhookId);
    return ratePerSecond === null ? takeTogether(take) : takePaced(take, ratePerSecond);
  };
}
