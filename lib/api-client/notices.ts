/** What alerts have told. */
import type { NoticesPage, Unread } from "../core/notice";
import type { PageQuery } from "./page-query";
import { call } from "./call";

export const noticesApi = {
  list: (query: PageQuery & { webhookId?: string | undefined }, signal?: AbortSignal) =>
    call<NoticesPage>("/api/v1/notices", { query: { ...query }, ...(signal ? { signal } : {}) }),
  /** @param until up to and with this notice */
  markRead: (until: string) => call<Unread>("/api/v1/notices/read", { method: "POST", body: { until } }),
};
