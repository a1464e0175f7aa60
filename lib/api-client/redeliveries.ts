/** Bulk retries and replays. */
import type { Page } from "../core/page";
import type { Redelivery } from "../core/redelivery";
import { call } from "./call";

export const redeliveriesApi = {
  latest: (limit: number) => call<Page<Redelivery>>("/api/v1/redeliveries", { query: { limit } }),
  change: (id: string, command: "pause" | "resume" | "cancel") =>
    call<Redelivery>(`/api/v1/redeliveries/${encodeURIComponent(id)}/${command}`, { method: "POST" }),
};
