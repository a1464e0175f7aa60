/** Rings for what bulk retries, replays and discards have made due. Several workers share the portions; none is done twice. */
import { advanceRedeliveries } from "../lib/deliveries/advance";
import { cancelDiscarded } from "../lib/deliveries/held";
import { ring } from "../lib/queue";

export async function redeliver(): Promise<void> {
  await ring(await advanceRedeliveries());
  await ring(await cancelDiscarded());
}
