/** The browser's way to /api/v1 and sign-in. Answers are parsed by the schemas that made them. */
import { z } from "zod";
import {
  accountSchema,
  endedSessionsSchema,
  sessionsSchema,
  type ChangePasswordInput,
  type UpdateAccount,
  type UpdateProfile,
} from "./core/account";
import { alertRuleSchema, type createAlertRuleSchema, type updateAlertRuleSchema } from "./core/alert-rule";
import { alertSettingsSchema, type updateAlertSettingsSchema } from "./core/alert-settings";
import { apiKeySchema, apiKeyWithKeySchema, type CreateApiKeyInput } from "./core/api-key";
import { auditPageSchema } from "./core/audit-log";
import type { SetupInput } from "./core/credentials";
import { eventSchema } from "./core/event";
import {
  eventSetSchema,
  eventTypeDetailSchema,
  eventTypeSchema,
  publishingSchema,
  type CreateEventTypeInput,
  type EventSet,
  type Publishing,
  type UpdateEventType,
} from "./core/event-type";
import { disablingSchema, type updateDisablingSchema } from "./core/disabling";
import { deliveriesPageSchema, deliveryCountSchema, deliveryDetailSchema, deliverySchema } from "./core/delivery";
import { egressIpsSchema } from "./core/egress-ips";
import { errorSchema, type FieldErrors } from "./core/errors";
import { webhookFailuresSchema, type FailuresQuery } from "./core/failure-groups";
import {
  INSPECTED_REQUESTS_MAX,
  inspectedRequestSchema,
  inspectedRequestSummarySchema,
  inspectorSchema,
  signatureCheckSchema,
  type CheckSignatureInput,
  type CreateInspectorInput,
  type UpdateInspectorInput,
} from "./core/inspector";
import {
  acceptedInviteSchema,
  inviteSchema,
  inviteWithLinkSchema,
  memberSchema,
  type CreateInviteInput,
  type UpdateMember,
} from "./core/member";
import { noticeSchema, noticesPageSchema, unreadSchema } from "./core/notice";
import { webhookOutcomesSchema } from "./core/outcomes";
import { pageSchema } from "./core/page";
import {
  redeliveryPreviewSchema,
  redeliverySchema,
  retriedManySchema,
  type ReplayInput,
  type RetryManyInput,
} from "./core/redelivery";
import { savedViewSchema, type CreateSavedView, type UpdateSavedView } from "./core/saved-view";
import { webhookStatsSchema, type SpanQuery } from "./core/stats";
import {
  heldDeliveriesSchema,
  webhookSchema,
  webhookWithSecretSchema,
  type CreateWebhookInput,
  type RotateSecretInput,
  type sendTestSchema,
  type UpdateWebhook,
} from "./core/webhook";
import { deliverySignaturesSchema, type WebhookTestInput } from "./core/webhook-test";
import { problemWords } from "./problem-words";

/** What the server refused, in its words; status 0 where it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: FieldErrors;

  constructor(status: number, message: string, fields: FieldErrors = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.fields = fields;
  }
}

interface Call {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

async function call<T extends z.ZodType>(schema: T, path: string, init: Call = {}): Promise<z.infer<T>> {
  const response = await reach(path, init);
  return schema.parse(response.status === 204 ? undefined : await response.json());
}

async function reach(path: string, { method = "GET", body, query = {}, headers, signal }: Call): Promise<Response> {
  const response = await fetchOrExplain(`${path}${searchOf(query)}`, {
    method,
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

function searchOf(query: Record<string, string | number | undefined>): string {
  const parameters = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]]));
  return parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : "";
}

async function fetchOrExplain(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, (await problemWords())("The server can't be reached. Check your connection."));
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const parsed = errorSchema.safeParse(await response.json().catch(() => undefined));
  const say = await problemWords();
  if (!parsed.success) return new ApiError(response.status, say(`The server answered ${response.status}.`));
  const { message, fields = {} } = parsed.data.error;
  const said = Object.entries(fields).map(([field, problem]) => [field, say(problem)]);
  return new ApiError(response.status, say(message), Object.fromEntries(said));
}

const webhookPath = (id: string, rest = "") => `/api/v1/webhooks/${encodeURIComponent(id)}${rest}`;
const deliveryPath = (id: string, rest = "") => `/api/v1/deliveries/${encodeURIComponent(id)}${rest}`;

const webhooksPage = pageSchema(webhookSchema);
const savedViewsPage = pageSchema(savedViewSchema);
const redeliveriesPage = pageSchema(redeliverySchema);
const apiKeysPage = pageSchema(apiKeySchema);
const eventTypesPage = pageSchema(eventTypeSchema);
const eventSetsPage = pageSchema(eventSetSchema);

const alertRulesPage = pageSchema(alertRuleSchema);

const eventTypePath = (name: string) => `/api/v1/event-types/${encodeURIComponent(name)}`;

export interface PageQuery {
  limit?: number;
  cursor?: string | undefined;
}

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

export const webhooksApi = {
  list: (query: PageQuery, signal?: AbortSignal) =>
    call(webhooksPage, "/api/v1/webhooks", { query: { ...query }, ...(signal ? { signal } : {}) }),
  get: (id: string) => call(webhookSchema, webhookPath(id)),
  create: (body: CreateWebhookInput) => call(webhookWithSecretSchema, "/api/v1/webhooks", { method: "POST", body }),
  /** @param etag what is overwritten, where that matters */
  update: (id: string, body: UpdateWebhook, etag?: string) =>
    call(webhookSchema, webhookPath(id), { method: "PATCH", body, ...(etag ? { headers: { "If-Match": etag } } : {}) }),
  remove: (id: string) => call(z.undefined(), webhookPath(id), { method: "DELETE" }),
  rotateSecret: (id: string, body: RotateSecretInput) =>
    call(webhookWithSecretSchema, webhookPath(id, "/rotate-secret"), { method: "POST", body }),
  test: (id: string, body: z.input<typeof sendTestSchema> = {}) =>
    call(deliverySchema, webhookPath(id, "/test"), { method: "POST", body }),
  /** Before it is saved, or with changes that are not. */
  testDraft: (body: WebhookTestInput) => call(deliverySchema, "/api/v1/webhook-tests", { method: "POST", body }),
  stats: (id: string, span: SpanQuery, signal?: AbortSignal) =>
    call(webhookStatsSchema, webhookPath(id, "/stats"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  outcomes: (id: string, span: SpanQuery, signal?: AbortSignal) =>
    call(webhookOutcomesSchema, webhookPath(id, "/outcomes"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  failures: (id: string, span: FailuresQuery, signal?: AbortSignal) =>
    call(webhookFailuresSchema, webhookPath(id, "/failures"), { query: { ...span }, ...(signal ? { signal } : {}) }),
  held: (id: string) => call(heldDeliveriesSchema, webhookPath(id, "/held")),
  previewReplay: (id: string, body: ReplayInput) =>
    call(redeliveryPreviewSchema, webhookPath(id, "/replay"), { method: "POST", body: { ...body, dryRun: true } }),
  replay: (id: string, body: ReplayInput) =>
    call(redeliverySchema, webhookPath(id, "/replay"), { method: "POST", body }),
};

export const deliveriesApi = {
  list: (query: PageQuery & DeliveryFilters, signal?: AbortSignal) =>
    call(deliveriesPageSchema, "/api/v1/deliveries", { query: { ...query }, ...(signal ? { signal } : {}) }),
  count: (query: DeliveryFilters, signal?: AbortSignal) =>
    call(deliveryCountSchema, "/api/v1/deliveries/count", { query: { ...query }, ...(signal ? { signal } : {}) }),
  /** A file, which the browser saves by itself. */
  exportHref: (query: DeliveryFilters, format: "csv" | "ndjson") =>
    `/api/v1/deliveries/export${searchOf({ format, ...query })}`,
  stream: (query: PageQuery & DeliveryFilters) => new EventSource(`/api/v1/deliveries/stream${searchOf({ ...query })}`),
  get: (id: string) => call(deliveryDetailSchema, deliveryPath(id)),
  signatures: (id: string) => call(deliverySignaturesSchema, deliveryPath(id, "/signatures")),
  retry: (id: string) => call(deliverySchema, deliveryPath(id, "/retry"), { method: "POST" }),
  previewRetry: (body: RetryManyInput) =>
    call(redeliveryPreviewSchema, "/api/v1/deliveries/retry", { method: "POST", body: { ...body, dryRun: true } }),
  retryMany: (body: RetryManyInput) => call(retriedManySchema, "/api/v1/deliveries/retry", { method: "POST", body }),
};

const savedViewPath = (id: string) => `/api/v1/saved-views/${encodeURIComponent(id)}`;

export const savedViewsApi = {
  list: () => call(savedViewsPage, "/api/v1/saved-views"),
  create: (body: CreateSavedView) => call(savedViewSchema, "/api/v1/saved-views", { method: "POST", body }),
  update: (id: string, body: UpdateSavedView) => call(savedViewSchema, savedViewPath(id), { method: "PATCH", body }),
  remove: (id: string) => call(z.undefined(), savedViewPath(id), { method: "DELETE" }),
};

export const eventsApi = {
  get: (id: string) => call(eventSchema, `/api/v1/events/${encodeURIComponent(id)}`),
};

export const redeliveriesApi = {
  latest: (limit: number) => call(redeliveriesPage, "/api/v1/redeliveries", { query: { limit } }),
  change: (id: string, command: "pause" | "resume" | "cancel") =>
    call(redeliverySchema, `/api/v1/redeliveries/${encodeURIComponent(id)}/${command}`, { method: "POST" }),
};

export const eventTypesApi = {
  list: () => call(eventTypesPage, "/api/v1/event-types"),
  get: (name: string) => call(eventTypeDetailSchema, eventTypePath(name)),
  create: (body: CreateEventTypeInput) => call(eventTypeDetailSchema, "/api/v1/event-types", { method: "POST", body }),
  update: (name: string, body: UpdateEventType) =>
    call(eventTypeDetailSchema, eventTypePath(name), { method: "PATCH", body }),
  remove: (name: string) => call(z.undefined(), eventTypePath(name), { method: "DELETE" }),
};

export const eventSetsApi = {
  list: () => call(eventSetsPage, "/api/v1/event-sets"),
  create: (body: Pick<EventSet, "name" | "events">) =>
    call(eventSetSchema, "/api/v1/event-sets", { method: "POST", body }),
  remove: (id: string) => call(z.undefined(), `/api/v1/event-sets/${encodeURIComponent(id)}`, { method: "DELETE" }),
};

export const publishingApi = {
  get: () => call(publishingSchema, "/api/v1/publishing"),
  update: (body: Publishing) => call(publishingSchema, "/api/v1/publishing", { method: "PATCH", body }),
};

export const disablingApi = {
  get: () => call(disablingSchema, "/api/v1/disabling"),
  update: (body: z.input<typeof updateDisablingSchema>) =>
    call(disablingSchema, "/api/v1/disabling", { method: "PATCH", body }),
};

export const egressIpsApi = {
  list: () => call(egressIpsSchema, "/api/v1/egress-ips"),
};

export const apiKeysApi = {
  list: () => call(apiKeysPage, "/api/v1/api-keys"),
  create: (body: CreateApiKeyInput) => call(apiKeyWithKeySchema, "/api/v1/api-keys", { method: "POST", body }),
  revoke: (id: string) => call(z.undefined(), `/api/v1/api-keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
};

const membersPage = pageSchema(memberSchema);
const invitesPage = pageSchema(inviteSchema);

export const membersApi = {
  list: () => call(membersPage, "/api/v1/members"),
  update: (id: string, body: UpdateMember) =>
    call(memberSchema, `/api/v1/members/${encodeURIComponent(id)}`, { method: "PATCH", body }),
  remove: (id: string) => call(z.undefined(), `/api/v1/members/${encodeURIComponent(id)}`, { method: "DELETE" }),
};

export const invitesApi = {
  list: () => call(invitesPage, "/api/v1/invites"),
  create: (body: CreateInviteInput) => call(inviteWithLinkSchema, "/api/v1/invites", { method: "POST", body }),
  revoke: (id: string) => call(z.undefined(), `/api/v1/invites/${encodeURIComponent(id)}`, { method: "DELETE" }),
};

export const accountApi = {
  get: () => call(accountSchema, "/api/v1/account"),
  rename: (body: UpdateAccount) => call(accountSchema, "/api/v1/account", { method: "PATCH", body }),
  updateProfile: (body: UpdateProfile) => call(accountSchema, "/api/v1/account/profile", { method: "PATCH", body }),
  changePassword: (body: ChangePasswordInput) =>
    call(z.undefined(), "/api/v1/account/password", { method: "POST", body }),
  switchTo: (accountId: string) =>
    call(z.undefined(), "/api/v1/account/switch", { method: "POST", body: { accountId } }),
  sessions: () => call(sessionsSchema, "/api/v1/account/sessions"),
  endOtherSessions: () => call(endedSessionsSchema, "/api/v1/account/sessions", { method: "DELETE" }),
};

export interface AuditFilters {
  actor?: string | undefined;
  target?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export const auditApi = {
  list: (query: PageQuery & AuditFilters, signal?: AbortSignal) =>
    call(auditPageSchema, "/api/v1/audit-log", { query: { ...query }, ...(signal ? { signal } : {}) }),
};

const alertRulePath = (id: string, rest = "") => `/api/v1/alert-rules/${encodeURIComponent(id)}${rest}`;
export type CreateAlertRuleInput = z.input<typeof createAlertRuleSchema>;
export type UpdateAlertRuleInput = z.input<typeof updateAlertRuleSchema>;

export const alertRulesApi = {
  list: () => call(alertRulesPage, "/api/v1/alert-rules"),
  create: (body: CreateAlertRuleInput) => call(alertRuleSchema, "/api/v1/alert-rules", { method: "POST", body }),
  update: (id: string, body: UpdateAlertRuleInput) =>
    call(alertRuleSchema, alertRulePath(id), { method: "PATCH", body }),
  remove: (id: string) => call(z.undefined(), alertRulePath(id), { method: "DELETE" }),
  test: (id: string) => call(noticeSchema, alertRulePath(id, "/test"), { method: "POST" }),
};

export const noticesApi = {
  list: (query: PageQuery & { webhookId?: string | undefined }, signal?: AbortSignal) =>
    call(noticesPageSchema, "/api/v1/notices", { query: { ...query }, ...(signal ? { signal } : {}) }),
  /** @param until up to and with this notice */
  markRead: (until: string) => call(unreadSchema, "/api/v1/notices/read", { method: "POST", body: { until } }),
};

export const alertSettingsApi = {
  get: () => call(alertSettingsSchema, "/api/v1/alert-settings"),
  update: (body: z.input<typeof updateAlertSettingsSchema>) =>
    call(alertSettingsSchema, "/api/v1/alert-settings", { method: "PATCH", body }),
};

const inspectorsPage = pageSchema(inspectorSchema);
const inspectedRequestsPage = pageSchema(inspectedRequestSummarySchema);
const inspectorPath = (id: string, rest = "") => `/api/v1/inspectors/${encodeURIComponent(id)}${rest}`;
const inspectedPath = (id: string, requestId: string, rest = "") =>
  inspectorPath(id, `/requests/${encodeURIComponent(requestId)}${rest}`);

export const inspectorsApi = {
  list: () => call(inspectorsPage, "/api/v1/inspectors"),
  get: (id: string) => call(inspectorSchema, inspectorPath(id)),
  create: (body: CreateInspectorInput) => call(inspectorSchema, "/api/v1/inspectors", { method: "POST", body }),
  update: (id: string, body: UpdateInspectorInput) =>
    call(inspectorSchema, inspectorPath(id), { method: "PATCH", body }),
  remove: (id: string) => call(z.undefined(), inspectorPath(id), { method: "DELETE" }),
  /** @param wait until the newest is another one than `unless` */
  requests: (id: string, wait: { unless?: string; waitSeconds?: number }, signal?: AbortSignal) =>
    call(inspectedRequestsPage, inspectorPath(id, "/requests"), {
      query: { limit: INSPECTED_REQUESTS_MAX, ...wait },
      ...(signal ? { signal } : {}),
    }),
  request: (id: string, requestId: string) => call(inspectedRequestSchema, inspectedPath(id, requestId)),
  clear: (id: string) => call(z.undefined(), inspectorPath(id, "/requests"), { method: "DELETE" }),
  checkSignature: (id: string, requestId: string, body: CheckSignatureInput) =>
    call(signatureCheckSchema, inspectedPath(id, requestId, "/signature"), { method: "POST", body }),
};

export const sessionApi = {
  acceptInvite: (body: { token: string; password: string }) =>
    call(acceptedInviteSchema, "/api/invites/accept", { method: "POST", body }),

  setUp: (body: SetupInput) => call(z.undefined(), "/api/setup", { method: "POST", body }),

  async signIn(email: string, password: string): Promise<void> {
    const response = await postToAuth("/api/auth/callback/credentials", { email, password });
    if (response.ok) return;
    throw response.status === 401
      ? new ApiError(401, (await problemWords())("E-mail and password don't match."))
      : await refusal(response);
  },

  async signOut(): Promise<void> {
    await postToAuth("/api/auth/signout", {});
  },
};

/** next-auth takes forms, with a token against cross-site posts. */
async function postToAuth(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = await call(z.object({ csrfToken: z.string() }), "/api/auth/csrf");
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return fetchOrExplain(path, { method: "POST", body });
}
