/** How events are checked when they are published. */
import type { Publishing } from "../core/event-type";
import { call } from "./call";

export const publishingApi = {
  get: () => call<Publishing>("/api/v1/publishing"),
  update: (body: Publishing) => call<Publishing>("/api/v1/publishing", { method: "PATCH", body }),
};
