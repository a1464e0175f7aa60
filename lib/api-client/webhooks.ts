/** Webhooks, and what can be done with one. */
import type { z } from "zod";
import type { Delivery } from "../core/delivery";
import type { WebhookFailures, FailuresQuery } from "../core/failure-groups";
import type { WebhookOutcomes } from "../core/outcomes";
import type { Page } from "../core/page";
import type { RedeliveryPreview, Redelivery, ReplayInput } from "../core/redelivery";
import type { WebhookStats, SpanQuery } from "../core/stats";
import type {
  HeldDeliveries,
  Webhook,
  WebhookWithSecret,
  CreateWebhookInput,
  RotateSecretInput,
  sendTestSchema,
  UpdateWebhook,
} from "../core/webhook";
import type { WebhookTestInput } from "../core/webhook-test";
import type { PageQuery } from "./page-query";
import { call } from "./call";

const webhookPath = (id: string, rest = "") => `/api/v1/webhooks/${encodeURIComponent(id)}${rest}`;

export const webhooksApi = {
  list: (query: PageQuery, signal?: AbortSignal) =>
    call<Page<Webhook>>("/api/v1/webhooks", { query: { ...query }, ...(signal ? { signal } : {}) }),
  get: (id: string) => call<Webhook>(webhookPath(id)),
  create: (body: CreateWebhookInput) => call<WebhookWithSecret>("/api/v1/webhooks", { method: "POST", body }),
  /** @param etag what is overwritten, where that matters */
  update: (id: string, body: UpdateWebhook, etag?: string) =>
    call<Webhook>(webhookPath(id), { method: "PATCH", body, ...(etag ? { headers: { "If-Match": etag } } : {}) }),
  remove: (id: string) => call<undefined>(webhookPath(id), { method: "DELETE" }),
  rotateSecret: (id: string, body: RotateSecretInput) =>
    call<WebhookWithSecret>(webhookPath(id, "/rotate-secret"), { method: "POST", body }),
  test: (id: string, body: z.input<typeof sendTestSchema> = {}) =>
    call<Delivery>(webhookPath(id, "/test"), { method: "POST", body }),
  /** Before it is saved, or with changes that are not. */
  testDraft: (body: WebhookTestInput) => call<Delivery>("/api/v1/webhook-tests", { method: "POST", body }),
  stats: (id: string, span: SpanQuery, signal?: AbortSignal) =>
    call<WebhookStats>(webhookPath(id, "/stats"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  outcomes: (id: string, span: SpanQuery, signal?: AbortSignal) =>
    call<WebhookOutcomes>(webhookPath(id, "/outcomes"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  failures: (id: string, span: FailuresQuery, signal?: AbortSignal) =>
    call<WebhookFailures>(webhookPath(id, "/failures"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  held: (id: string) => call<HeldDeliveries>(webhookPath(id, "/held")),
  previewReplay: (id: string, body: ReplayInput) =>
    call<RedeliveryPreview>(webhookPath(id, "/replay"), { method: "POST", body: { ...body, dryRun: true } }),
  replay: (id: string, body: ReplayInput) => call<Redelivery>(webhookPath(id, "/replay"), { method: "POST", body }),
};
