/** Server-sent events (WHATWG HTML, 9.2) of the delivery log. */
import type { Delivery } from "./delivery";

/** What a stream of the log tells: `ready` once it watches, each delivery, that one is behind, that it ends. */
export type LogEvent = "ready" | "delivery" | "behind" | "end";

/** JSON has no line breaks, so the data is one line. */
export const serverEvent = (event: LogEvent, data: unknown, id?: string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export const deliveryEvent = (delivery: Delivery, id: string): string => serverEvent("delivery", delivery, id);
