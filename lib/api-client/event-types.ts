/** The account's event types. */
import type { EventTypeDetail, EventType, CreateEventTypeInput, UpdateEventType } from "../core/event-type";
import type { Page } from "../core/page";
import { call } from "./call";

const eventTypePath = (name: string) => `/api/v1/event-types/${encodeURIComponent(name)}`;

export const eventTypesApi = {
  list: () => call<Page<EventType>>("/api/v1/event-types"),
  get: (name: string) => call<EventTypeDetail>(eventTypePath(name)),
  create: (body: CreateEventTypeInput) => call<EventTypeDetail>("/api/v1/event-types", { method: "POST", body }),
  update: (name: string, body: UpdateEventType) =>
    call<EventTypeDetail>(eventTypePath(name), { method: "PATCH", body }),
  remove: (name: string) => call<undefined>(eventTypePath(name), { method: "DELETE" }),
};
