/** Events that were published. */
import type { EventDetail } from "../core/event";
import { call } from "./call";

export const eventsApi = {
  get: (id: string) => call<EventDetail>(`/api/v1/events/${encodeURIComponent(id)}`),
};
