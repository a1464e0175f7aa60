/** The OpenAPI document as the product serves it, and what its operations need to be called. */
import { api, createWebhook, type Answered } from "./api";
import { API_KEY } from "./owner";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  schema: object;
}

interface Content {
  schema: object;
  examples: Record<string, { value: unknown }>;
}

interface ToldOperation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { content?: Record<string, Content> }>;
}

export interface Called {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Content | undefined;
  /** By status; undefined where there is no body. */
  answers: Map<number, object | undefined>;
}

export type Document = { paths: Record<string, Record<string, ToldOperation>>; components: object };

export async function readDocument(): Promise<Document> {
  const response = await fetch(`${process.env["E2E_URL"]}/api/v1/openapi.json`);
  if (response.status !== 200) throw new Error(`the document answered ${response.status}`);
  return (await response.json()) as Document;
}

export function operationsOf({ paths }: Document): Called[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, parameters = [], requestBody, responses }]) => ({
      ...{ id, method: method.toUpperCase(), path, parameters },
      body: requestBody?.content["application/json"],
      answers: new Map(
        Object.entries(responses).map(([status, { content }]) => [
          Number(status),
          content?.["application/json"]?.schema,
        ]),
      ),
    })),
  );
}

export interface Sent {
  method: string;
  /** Below /api/v1, with its query. */
  path: string;
  headers?: Record<string, string>;
  body?: string | undefined;
}

export async function call({ method, path, headers = {}, body }: Sent): Promise<Answered & { headers: Headers }> {
  const response = await fetch(`${process.env["E2E_URL"]}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${API_KEY}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const { status, headers: told } = response;
  const type = told.get("content-type") ?? "";
  if (!type.startsWith("application/json")) {
    // A stream of events would never end by itself.
    await response.body?.cancel();
    return { status, headers: told, body: undefined };
  }
  const text = await response.text();
  return { status, headers: told, body: text ? JSON.parse(text) : undefined };
}

type Ids = Record<string, string>;

/** By the name of a path's parameter: the id of something new of that kind, within what the others name. */
export function makeThings(receiverUrl: string): Record<string, (ids: Ids) => Promise<string>> {
  const webhookId = async () => (await createWebhook(receiverUrl, ["*"], { retry: { delaysSeconds: [] } })).id;
  const eventId = async () => {
    await webhookId();
    return (await api("POST", "/events", { type: "lead.captured", data: { name: "Ada" } })).body.id as string;
  };
  return {
    webhookId,
    eventId,
    deliveryId: async () => {
      const { body } = await api("POST", `/webhooks/${await webhookId()}/test`);
      const statusNow = async () => (await api("GET", `/deliveries/${body.id}`)).body.status as string;
      while ((await statusNow()) === "pending");
      return body.id as string;
    },
    redeliveryId: async () => {
      const since = new Date(Date.now() - 60_000).toISOString();
      const events = Array.from({ length: 60 }, () => ({ type: "flow.triggered", data: {} }));
      await api("POST", "/events/batch", { events });
      // One a second: it runs for a minute.
      const asked = { since, ratePerSecond: 1, types: ["flow.triggered"] };
      return (await api("POST", `/webhooks/${await webhookId()}/replay`, asked)).body.id as string;
    },
    inspectorId: async () => {
      await deleteOwn("/inspectors");
      return (await api("POST", "/inspectors")).body.id as string;
    },
    requestId: async ({ inspectorId = "" }) => {
      const { body } = await api("GET", `/inspectors/${inspectorId}`);
      await fetch(body.url, { method: "POST", body: "{}" });
      return (await api("GET", `/inspectors/${inspectorId}/requests`)).body.data[0].id as string;
    },
    alertRuleId: async () => {
      await deleteOwn("/alert-rules");
      const condition = { kind: "repeated_failures", count: 10_000 };
      return (await api("POST", "/alert-rules", { title: "Contract", condition })).body.id as string;
    },
    savedViewId: async () => {
      await deleteOwn("/saved-views");
      return (await api("POST", "/saved-views", { name: "Contract", filters: {} })).body.id as string;
    },
    name: async () => {
      await deleteOwnTypes();
      const name = `contract_${Date.now()}.made`;
      return (await api("POST", "/event-types", { name, description: "Triggered when it is made" })).body
        .name as string;
    },
    eventSetId: async () => {
      await deleteOwn("/event-sets");
      return (await api("POST", "/event-sets", { name: "Contract", events: ["sms.*"] })).body.id as string;
    },
  };
}

/** An account has so many of these at most, and each name once. */
export async function deleteWhatIsBounded(): Promise<void> {
  await deleteOwn("/inspectors");
  await deleteOwn("/event-sets");
  await deleteOwn("/alert-rules");
  await deleteOwn("/saved-views");
  await deleteOwnTypes();
  await api("PATCH", "/alert-settings", { emails: [], quietHours: null });
  await api("PATCH", "/publishing", { validation: "off" });
  await api("PATCH", "/disabling", { autoDisable: null, autoRecover: false });
}

async function deleteOwn(path: string): Promise<void> {
  const { body } = await api("GET", path);
  for (const { id } of body.data) if (id) await api("DELETE", `${path}/${id}`);
}

async function deleteOwnTypes(): Promise<void> {
  const { body } = await api("GET", "/event-types");
  for (const { name, isBuiltIn } of body.data) if (!isBuiltIn) await api("DELETE", `/event-types/${name}`);
}
