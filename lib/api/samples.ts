/** What the examples of the reference show: one story, the same ids throughout. */
import type { AlertRule } from "../core/alert-rule";
import type { AlertSettings } from "../core/alert-settings";
import type { Notice } from "../core/notice";
import type { EventSet, EventType, EventTypeDetail } from "../core/event-type";
import type { Filter } from "../core/filter";
import type { FilterPreview } from "../core/filter-preview-schema";
import type { SignedRequest } from "../core/signed-request";
import type { InspectedRequest, InspectedRequestSummary, Inspector, SignatureCheck } from "../core/inspector";
import type { Disabling } from "../core/disabling";
import type { Delivery, DeliveryDetail } from "../core/delivery";
import type { EventDetail, ListedEvent, PublishedEvent, PublishEvent } from "../core/event";
import type { WebhookFailures } from "../core/failure-groups";
import type { OutcomeCounts, WebhookOutcomes } from "../core/outcomes";
import type { Redelivery, RedeliveryPreview } from "../core/redelivery";
import type { SavedView } from "../core/saved-view";
import type { StatsCounts, WebhookStats } from "../core/stats";
import type { CreateWebhookInput, Webhook } from "../core/webhook";

const WEBHOOK_ID = "wh_01kmhagkve0008000000000001";
const EVENT_ID = "evt_01kmhahtxm0008000000000002";
const DELIVERY_ID = "dlv_01kmhahtxn0008000000000003";
const PUBLISHED_AT = "2026-03-25T08:22:50.254Z";
const ENDED_AT = "2026-03-25T08:22:50.347Z";

export const sampleSavedView: SavedView = {
  id: "view_01kmhamzr4000800000000000c",
  name: "Failed calls",
  filters: { status: "failed", type: "call.ended", last: "24h" },
  createdAt: "2026-03-25T08:30:00.000Z",
};

export const sampleToPublish: PublishEvent = {
  type: "contact.created",
  data: { contact: "919876543210", name: "Ada Lovelace", email: "ada@example.com" },
};

export const samplePublished: PublishedEvent = {
  id: EVENT_ID,
  type: sampleToPublish.type,
  timestamp: PUBLISHED_AT,
  deliveries: 1,
};

export const sampleToCreate: CreateWebhookInput = {
  title: "CRM integration",
  url: "https://crm.example.com/webhook",
  events: ["contact.*", "lead.captured"],
};

export const sampleWebhook: Webhook = {
  id: WEBHOOK_ID,
  number: 1,
  title: "CRM integration",
  url: "https://crm.example.com/webhook",
  format: "sydx",
  events: ["contact.*", "lead.captured"],
  status: "active",
  disabledReason: null,
  disabledAt: null,
  retry: { preset: "sydx" },
  timeoutMs: 5000,
  concurrency: 16,
  hasAuthorization: false,
  headers: {},
  alsoSign: null,
  ratePerSecond: null,
  orderBy: null,
  filter: null,
  autoDisable: null,
  autoRecover: null,
  hits: 1,
  lastHitAt: ENDED_AT,
  health: {
    state: "healthy",
    evidence: "1 of 1 attempt of the last 24 h succeeded",
    successRate: 1,
    averageMs: 84,
    latencyMs: { p50: 78.1, p95: 89.4, p99: 90.4 },
    lastDay: { attempts: 1, succeeded: 1 },
    hourly: [{ at: "2026-03-25T08:00:00.000Z", attempts: 1, succeeded: 1 }],
    lastHour: { attempts: 1, succeeded: 1, p95Ms: 89.4 },
    failures: [],
    consecutiveFailures: 0,
    failingSince: null,
    lastSuccessAt: ENDED_AT,
    lastFailureAt: null,
    resumedAt: null,
    disables: null,
    tlsExpiresAt: "2026-06-10T11:04:00.000Z",
  },
  secretRotatedAt: null,
  previousSecretUntil: null,
  createdAt: "2026-03-25T08:20:11.118Z",
  updatedAt: "2026-03-25T08:20:11.118Z",
  etag: '"xJ2pQw8Zr0a1kM5tYv7uBc"',
};

export const sampleDisabling: Disabling = { autoDisable: { preset: "patient" }, autoRecover: true };

export const sampleWithSecret = {
  ...sampleWebhook,
  secret: "whsec_kB0mRsXWxTnl1VHxUWJl7xYyS2CqQ6fG0tN3pD8vZ4A=",
};

export const sampleDelivery: Delivery = {
  id: DELIVERY_ID,
  eventId: EVENT_ID,
  eventType: "contact.created",
  webhookId: WEBHOOK_ID,
  webhookTitle: "CRM integration",
  cause: "event",
  status: "succeeded",
  attemptCount: 1,
  nextAttemptAt: null,
  responseCode: 200,
  error: null,
  durationMs: 84,
  lastAttemptAt: "2026-03-25T08:22:50.263Z",
  finishedAt: ENDED_AT,
  createdAt: "2026-03-25T08:22:50.257Z",
};

export const samplePending: Delivery = {
  ...sampleDelivery,
  status: "pending",
  attemptCount: 0,
  nextAttemptAt: "2026-03-25T08:22:50.257Z",
  responseCode: null,
  durationMs: null,
  lastAttemptAt: null,
  finishedAt: null,
};

const sampleCounts: StatsCounts = {
  attempts: 1204,
  succeeded: 1198,
  retrying: 5,
  failed: 1,
  classes: { "2xx": 1198, "5xx": 4 },
  codes: { "200": 1198, "503": 4 },
  errors: { timeout: 2 },
  averageMs: 96.3,
  latencyMs: { p50: 84.1, p95: 212.7, p99: 690.2 },
};

export const sampleEvent: EventDetail = {
  id: EVENT_ID,
  type: sampleToPublish.type,
  timestamp: PUBLISHED_AT,
  createdAt: PUBLISHED_AT,
  data: sampleToPublish.data,
  deliveryCount: 1,
  deliveries: [sampleDelivery],
};

const { data: _, ...listed } = sampleEvent;
export const sampleListedEvent: ListedEvent = listed;

export const sampleStats: WebhookStats = {
  from: "2026-03-25T08:00:00.000Z",
  to: "2026-03-25T09:00:00.000Z",
  bucket: "hour",
  total: sampleCounts,
  buckets: [{ at: "2026-03-25T08:00:00.000Z", ...sampleCounts }],
};

const sampleOutcomeCounts: OutcomeCounts = {
  deliveries: 1203,
  statuses: { pending: 4, succeeded: 1198, failed: 1, held: 0, cancelled: 0 },
  codes: { "200": 1198, "503": 3 },
  errors: { http_status: 3, timeout: 2 },
  unanswered: { timeout: 2 },
};

export const sampleOutcomes: WebhookOutcomes = {
  from: "2026-03-25T08:00:00.000Z",
  to: "2026-03-25T09:00:00.000Z",
  bucket: "hour",
  exact: true,
  total: sampleOutcomeCounts,
  buckets: [{ at: "2026-03-25T08:00:00.000Z", ...sampleOutcomeCounts }],
};

export const sampleFailures: WebhookFailures = {
  from: "2026-03-25T00:00:00.000Z",
  to: "2026-03-26T00:00:00.000Z",
  attempts: 312,
  since: null,
  groups: [
    {
      error: "http_status",
      errorDetail: null,
      responseCode: 401,
      message: "invalid signature",
      attempts: 312,
      deliveries: 78,
      failed: 78,
      firstAt: "2026-03-25T09:14:02.118Z",
      lastAt: "2026-03-25T10:41:55.301Z",
      trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 168, 144, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      sampleDeliveryId: DELIVERY_ID,
      began: { after: "secret_rotated", at: "2026-03-25T09:11:00.000Z" },
    },
  ],
};

export const sampleDeliveryDetail: DeliveryDetail = {
  ...sampleDelivery,
  webhookUrl: sampleWebhook.url,
  webhookStatus: "active",
  eventTimestamp: PUBLISHED_AT,
  requestBody:
    '{"event":"contact.created","timestamp":"2026-03-25T08:22:50.254Z","tenantId":"acc_01kmhaexj00008000000000000","data":{"contact":"919876543210","name":"Ada Lovelace","email":"ada@example.com"}}',
  scheduledDelaysSeconds: [5, 30, 120],
  failures: 0,
  timeoutMs: 5000,
  secretRotatedAt: null,
  redelivery: null,
  attempts: [
    {
      id: "att_01kmhahtxq0008000000000004",
      number: 1,
      startedAt: "2026-03-25T08:22:50.263Z",
      durationMs: 84,
      outcome: "succeeded",
      url: sampleWebhook.url,
      responseCode: 200,
      error: null,
      errorDetail: null,
      requestHeaders: [
        ["Content-Type", "application/json"],
        ["X-Sydx-Event", "contact.created"],
      ],
      requestBody: null,
      responseHeaders: [["content-type", "application/json"]],
      responseBody: '{"received":true}',
      responseBytes: 17,
      dnsMs: 4.1,
      connectMs: 11.7,
      tlsMs: 24.9,
      firstByteMs: 42.3,
      remoteAddress: "203.0.113.7",
      tlsVersion: "TLSv1.3",
      tlsExpiresAt: "2026-06-01T00:00:00.000Z",
      manual: false,
    },
  ],
};

export const samplePreview: RedeliveryPreview = {
  count: 1250,
  isExact: true,
  webhooks: 2,
  held: 0,
  from: "2026-03-25T06:00:00.000Z",
  to: "2026-03-25T08:00:00.000Z",
  leftOut: { alreadyDelivered: 3, underWay: 1, webhookDeleted: 0, notFailed: 0, notFound: 0 },
  seconds: 125,
};

export const sampleRedelivery: Redelivery = {
  id: "rdl_01kmhanq3r0008000000000005",
  kind: "retry",
  webhookId: null,
  status: "running",
  total: 1250,
  isExact: true,
  done: 0,
  skipped: 0,
  ratePerSecond: 10,
  createdAt: "2026-03-25T09:00:00.000Z",
  finishedAt: null,
};

export const sampleInspector: Inspector = {
  id: "ins_01kmhahtxm0008000000000007",
  title: "My first webhook",
  url: "https://hooks.example.com/inspect/Zk3vN0y5b1qTtq8cXo2mR7uLhWs4eJ9A",
  answer: { status: 200, delayMs: 0, contentType: "text/plain", body: "", headers: {}, failNext: 0, failStatus: 500 },
  requestCount: 1,
  lastRequestAt: ENDED_AT,
  webhooks: [{ id: WEBHOOK_ID, title: "CRM integration", format: "sydx" }],
  createdAt: "2026-03-25T08:20:11.118Z",
};

export const sampleInspectedRequestSummary: InspectedRequestSummary = {
  id: "irq_01kmhahtxm0008000000000008",
  receivedAt: ENDED_AT,
  method: "POST",
  path: "",
  bytes: 27,
  isTruncated: false,
  remoteAddress: "203.0.113.7",
  answeredStatus: 200,
  eventType: "contact.created",
  attempt: 1,
};

export const sampleSignatureCheck: SignatureCheck = {
  format: "sydx",
  verdict: "verified",
  steps: [
    { step: "whole", isOk: true, header: null },
    { step: "header", isOk: true, header: "X-Sydx-Signature" },
    { step: "encoding", isOk: true, header: "X-Sydx-Signature" },
    { step: "timestamp", isOk: true, header: "X-Sydx-Timestamp" },
    { step: "signature", isOk: true, header: "X-Sydx-Signature" },
  ],
  cause: null,
  webhookId: null,
  webhookTitle: null,
};

export const sampleInspectedRequest: InspectedRequest = {
  ...sampleInspectedRequestSummary,
  headers: [
    ["Content-Type", "application/json"],
    ["X-Sydx-Event", "contact.created"],
  ],
  body: '{"event":"contact.created"}',
  bodyEncoding: "utf8",
  deliveryId: DELIVERY_ID,
  signatures: [{ ...sampleSignatureCheck, webhookId: WEBHOOK_ID, webhookTitle: "CRM integration" }],
};

const sampleEventType: EventType = {
  name: "order.paid",
  group: "Order",
  description: "Triggered when an order is paid",
  useCases: ["Ship it"],
  isBuiltIn: false,
};

/** As a list has them: an own type stands in the group that its first word says. */
export const sampleEventTypes: EventType[] = [
  {
    name: "contact.created",
    group: "Contacts",
    description: "Triggered when a contact writes for the first time or is added",
    useCases: ["Create the contact in your CRM", "Send a welcome message"],
    isBuiltIn: true,
  },
  {
    name: "contact.merged",
    group: "Contacts",
    description: "Triggered when two contacts become one",
    useCases: [],
    isBuiltIn: false,
  },
  sampleEventType,
];

export const sampleEventTypeToCreate = {
  name: "order.paid",
  description: "Triggered when an order is paid",
  useCases: ["Ship it"],
  schema: { type: "object", properties: { order_id: { type: "string" } }, required: ["order_id"] },
  sample: { order_id: "4711" },
};

export const sampleEventTypeDetail: EventTypeDetail = {
  ...sampleEventType,
  schema: sampleEventTypeToCreate.schema,
  sample: sampleEventTypeToCreate.sample,
  subscribers: [],
};

export const sampleEventSet: EventSet = {
  id: "set_01kmhahtxm0008000000000009",
  name: "Sales",
  events: ["lead.*", "call.ended"],
};

export const sampleFilter: Filter = { path: "data.lead_score", op: "gt", value: 50 };

/** What the sample of `sampleFilteredType` says to it. */
export const sampleFilteredType = "lead.generated";
export const sampleFilterPreview: FilterPreview = {
  wouldSend: true,
  conditions: [
    { condition: { path: "data.lead_score", op: "gt", value: 50 }, actual: 85, holds: true, isNegated: false },
  ],
};

export const sampleSignedRequest: SignedRequest = {
  deliveryId: "dlv_01kmhahtxm0008000000000003",
  eventId: "evt_01kmhahtxm0008000000000002",
  eventType: "contact.created",
  cause: "event",
  createdAt: ENDED_AT,
  format: "sydx",
  headers: [
    ["Content-Type", "application/json"],
    ["X-Sydx-Event", "contact.created"],
    ["X-Sydx-Signature", "1b0d8c7a6f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4"],
  ],
  body: '{"event":"contact.created"}',
};

export const sampleAlertRule: AlertRule = {
  id: "alr_01kmhahtxm000800000000000a",
  title: "Below 95 %",
  webhookId: null,
  isWebhookDeleted: false,
  condition: { kind: "success_rate", belowPercent: 95, windowMinutes: 60, minimumAttempts: 20 },
  channels: { email: ["ops@example.com"], inbox: true, hasSlack: false, operationalEvent: true },
  isEnabled: true,
  firing: 1,
  lastFiredAt: "2026-03-25T08:24:30.000Z",
  createdAt: "2026-03-25T08:20:11.118Z",
  updatedAt: "2026-03-25T08:20:11.118Z",
};

const sentMessage: Notice["messages"][number] = {
  channel: "email",
  to: "ops@example.com",
  status: "sent",
  attempts: 1,
  nextAttemptAt: null,
  sentAt: "2026-03-25T08:24:32.481Z",
  error: null,
};

export const sampleNotice: Notice = {
  id: "ntc_01kmhahtxm000800000000000b",
  kind: "success_rate",
  tone: "bad",
  title: "CRM integration fails too often",
  webhookId: WEBHOOK_ID,
  webhookTitle: "CRM integration",
  ruleId: sampleAlertRule.id,
  facts: {
    evidence: "90 of 100 attempts succeeded within 60 minutes: 90 %",
    attempts: 100,
    succeeded: 90,
    percent: 90,
  },
  isRead: null,
  createdAt: "2026-03-25T08:24:30.000Z",
  messages: [sentMessage],
};

export const sampleTestNotice: Notice = {
  ...sampleNotice,
  id: "ntc_01kmhahtxm000800000000000c",
  kind: "test",
  tone: "ok",
  title: "Test: Below 95 %",
  webhookId: null,
  webhookTitle: null,
  facts: { evidence: "This is a test of an alert rule's channels: nothing is wrong" },
  messages: [
    { ...sentMessage, status: "pending", attempts: 0, nextAttemptAt: "2026-03-25T08:30:00.000Z", sentAt: null },
  ],
};

export const sampleAlertSettings: AlertSettings = {
  emails: ["ops@example.com"],
  quietHours: { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" },
  recipients: ["ops@example.com"],
  canMail: true,
};
