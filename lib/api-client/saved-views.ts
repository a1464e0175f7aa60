/** The log's filters under names. */
import type { Page } from "../core/page";
import type { SavedView, CreateSavedView, UpdateSavedView } from "../core/saved-view";
import { call } from "./call";

const savedViewPath = (id: string) => `/api/v1/saved-views/${encodeURIComponent(id)}`;

export const savedViewsApi = {
  list: () => call<Page<SavedView>>("/api/v1/saved-views"),
  create: (body: CreateSavedView) => call<SavedView>("/api/v1/saved-views", { method: "POST", body }),
  update: (id: string, body: UpdateSavedView) => call<SavedView>(savedViewPath(id), { method: "PATCH", body }),
  remove: (id: string) => call<undefined>(savedViewPath(id), { method: "DELETE" }),
};
