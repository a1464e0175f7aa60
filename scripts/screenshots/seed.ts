/** An account as its owner might find it on a busy morning: always the same one. */
import { Client } from "pg";
import { startReceiver } from "../../lib/testing/documented-receiver";
import { waitUntil } from "../../lib/testing/wait";
import { tellOfYesterday } from "./yesterday";

export const API_KEY = "screens_0123456789_abcdefghijklmnopqrst";
export const OWNER = { email: "jane@acme.example", password: "a long enough password" };

const SETTLE_MS = 60_000;

interface Wanted {
  title: string;
  /** As it is shown. */
  url: string;
  events: string[];
  /** What its receiver answers, the last one from then on. */
  answers: number[];
  /** Attempts of an ordinary hour. */
  hourly: number;
  more?: Record<string, unknown>;
}

const WEBHOOKS: Wanted[] = [
  {
    title: "n8n lead alert",
    url: "https://n8n.acme.io/webhook/7c1e4f",
    events: ["lead.captured", "lead.assigned", "lead.generated"],
    answers: [200],
    hourly: 24,
  },
  { title: "CRM integration", url: "https://crm.acme.io/hooks/in", events: ["contact.*"], answers: [401], hourly: 52 },
  {
    title: "Analytics sync",
    url: "https://collect.acme.io/v2/events",
    events: ["message.*", "call.*", "campaign.*", "contact.*", "lead.*"],
    answers: [...Array<number>(20).fill(200), 503, 200],
    hourly: 240,
  },
  {
    title: "Zapier new message",
    url: "https://hooks.zapier.com/hooks/catch/104921/b7x2q",
    events: ["message.received"],
    answers: [200],
    hourly: 90,
    more: { status: "paused" },
  },
  { title: "Legacy agent feed", url: "https://old.acme.io/agent", events: ["agent.*"], answers: [410], hourly: 3 },
  {
    title: "Support desk",
    url: "https://desk.acme.io/api/webhooks",
    events: ["chat.message_received", "call.ended"],
    answers: [200],
    hourly: 61,
    more: { format: "standard" },
  },
  {
    title: "Billing",
    url: "https://billing.acme.io/events",
    events: ["campaign.completed"],
    answers: [200],
    hourly: 8,
    more: { ratePerSecond: 20 },
  },
];

const EVENTS: [type: string, data: Record<string, unknown>][] = [
  [
    "lead.captured",
    {
      name: "Ada Lovelace",
      phone: "919876543210",
      email: "ada@example.com",
      source: "landing page",
      campaign: "Spring",
    },
  ],
  ["contact.created", { contact: "919876543210", name: "Ada Lovelace", email: "ada@example.com" }],
  [
    "message.received",
    { contact: "919811122233", name: "John Doe", body: "Hello, I'm interested in your product", type: "text" },
  ],
  [
    "call.ended",
    { call_id: "call_8842", agent_id: "agent_12", call_duration: 184, call_status: "completed", sentiment: "positive" },
  ],
  ["contact.updated", { contact: "919876543210", name: "Ada King", email: "ada@example.com" }],
  ["agent.status_changed", { agent_id: "agent_12", status: "away" }],
  ["campaign.completed", { name: "Spring", sent: 1200, delivered: 1187, failed: 13 }],
  ["chat.message_received", { chat_id: "chat_551", text: "Where is my order?", from: "visitor" }],
];

export interface Seeded {
  /** By title. */
  webhooks: Record<string, string>;
  failedDeliveryId: string;
  succeededDeliveryId: string;
  /** Of a webhook that has succeeded, too. */
  retriedDeliveryId: string;
  inspector: { id: string; url: string };
}

type Api = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

export async function seed(url: string, databaseUrl: string): Promise<Seeded> {
  const api: Api = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const receiver = await startReceiver();
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return await fill(api, receiver, database);
  } finally {
    await database.end();
    await receiver.close();
  }
}

async function fill(api: Api, receiver: Awaited<ReturnType<typeof startReceiver>>, database: Client): Promise<Seeded> {
  const asked = WEBHOOKS.map(() => 0);
  receiver.answer = ({ path }) => {
    const index = Number(/\d+$/.exec(path)?.[0] ?? 0);
    const answers = WEBHOOKS[index]?.answers ?? [200];
    const status = answers[Math.min(asked[index] ?? 0, answers.length - 1)] ?? 200;
    asked[index] = (asked[index] ?? 0) + 1;
    return { status, headers: { "content-type": "application/json" }, body: BODIES[status] ?? '{"ok":true}' };
  };
  const webhooks: Record<string, string> = {};
  for (const [index, { title, events, more }] of WEBHOOKS.entries()) {
    const body = { title, url: `${receiver.url}/${index}`, events, retry: { delaysSeconds: [14_400] }, ...more };
    webhooks[title] = String((await api("POST", "/webhooks", body))["id"]);
  }
  const inspector = await inspect(api);
  for (let round = 0; round < 6; round++) {
    for (const [type, data] of EVENTS) await api("POST", "/events", { type, data });
  }
  const isSettled = async () => {
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM deliveries JOIN webhooks ON webhooks.id = webhook_id
       WHERE deliveries.status = 'pending' AND deliveries.attempts = 0 AND webhooks.status = 'active'`,
    );
    return rows[0]?.count === 0;
  };
  await waitUntil("everything was tried once", isSettled, SETTLE_MS);
  const yesterday = WEBHOOKS.map(({ title, url, hourly, answers: [first = 200] }, index) => ({
    ...{ title, url, hourly, days: 300 - 41 * index },
    failsWith: first === 401 ? { code: first, body: BODIES[first] ?? "" } : null,
  }));
  await tellOfYesterday(database, yesterday, Object.fromEntries(EVENTS));
  const idOf = async (query: string) => {
    const { data } = (await api("GET", `/deliveries?${query}&limit=1`)) as { data: { id: string }[] };
    return data[0]?.id ?? "";
  };
  return {
    webhooks,
    failedDeliveryId: await idOf(`webhookId=${webhooks["CRM integration"]}`),
    succeededDeliveryId: await idOf(`webhookId=${webhooks["Analytics sync"]}&status=succeeded`),
    retriedDeliveryId: await idOf(`webhookId=${webhooks["Analytics sync"]}&status=pending`),
    inspector,
  };
}

const BODIES: Record<number, string> = {
  401: '{"error":"Invalid signature"}',
  410: '{"error":"Gone"}',
  503: '{"error":"Upstream unavailable"}',
};

/** An inspector that has received what its webhook was tested with. */
async function inspect(api: Api): Promise<Seeded["inspector"]> {
  const { id, url } = await api("POST", "/inspectors", { title: "First try" });
  const inspector = { id: String(id), url: String(url) };
  const webhook = await api("POST", "/webhooks", {
    title: "To the inspector",
    url: inspector.url,
    events: ["sms.sent"],
  });
  for (const type of ["test.ping", "contact.created", "call.ended"]) {
    await api("POST", `/webhooks/${String(webhook["id"])}/test`, { type });
  }
  const hasAll = async () => {
    const { data } = (await api("GET", `/inspectors/${inspector.id}/requests`)) as { data: unknown[] };
    return data.length === 3;
  };
  await waitUntil("the inspector has received the tests", hasAll, SETTLE_MS);
  return inspector;
}
