/** The log of deliveries. */
import type { DeliveriesPage, DeliveryCount, DeliveryDetail, Delivery } from "../core/delivery";
import type { RedeliveryPreview, RetriedMany, RetryManyInput } from "../core/redelivery";
import type { DeliverySignatures } from "../core/webhook-test";
import type { PageQuery } from "./page-query";
import { call, searchOf } from "./call";

const deliveryPath = (id: string, rest = "") => `/api/v1/deliveries/${encodeURIComponent(id)}${rest}`;

export interface DeliveryFilters {
  webhookId?: string | undefined;
  status?: string | undefined;
  type?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  last?: string | undefined;
  q?: string | undefined;
  where?: string | undefined;
  redeliveryId?: string | undefined;
}

export const deliveriesApi = {
  list: (query: PageQuery & DeliveryFilters, signal?: AbortSignal) =>
    call<DeliveriesPage>("/api/v1/deliveries", { query: { ...query }, ...(signal ? { signal } : {}) }),
  count: (query: DeliveryFilters, signal?: AbortSignal) =>
    call<DeliveryCount>("/api/v1/deliveries/count", { query: { ...query }, ...(signal ? { signal } : {}) }),
  /** A file, which the browser saves by itself. */
  exportHref: (query: DeliveryFilters, format: "csv" | "ndjson") =>
    `/api/v1/deliveries/export${searchOf({ format, ...query })}`,
  stream: (query: PageQuery & DeliveryFilters) => new EventSource(`/api/v1/deliveries/stream${searchOf({ ...query })}`),
  get: (id: string) => call<DeliveryDetail>(deliveryPath(id)),
  signatures: (id: string) => call<DeliverySignatures>(deliveryPath(id, "/signatures")),
  retry: (id: string) => call<Delivery>(deliveryPath(id, "/retry"), { method: "POST" }),
  previewRetry: (body: RetryManyInput) =>
    call<RedeliveryPreview>("/api/v1/deliveries/retry", { method: "POST", body: { ...body, dryRun: true } }),
  retryMany: (body: RetryManyInput) => call<RetriedMany>("/api/v1/deliveries/retry", { method: "POST", body }),
};
