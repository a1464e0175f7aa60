/** Choices of events under names. */
import type { EventSet } from "../core/event-type";
import type { Page } from "../core/page";
import { call } from "./call";

export const eventSetsApi = {
  list: () => call<Page<EventSet>>("/api/v1/event-sets"),
  create: (body: Pick<EventSet, "name" | "events">) => call<EventSet>("/api/v1/event-sets", { method: "POST", body }),
  remove: (id: string) => call<undefined>(`/api/v1/event-sets/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
