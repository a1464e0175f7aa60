import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { API_KEY } from "./owner";
import { randomData } from "./random-data";
import { freePort } from "../scripts/embedded/free-port.mjs";
import { startReceiver } from "../lib/testing/documented-receiver";
import { isGenuine } from "../lib/testing/documented-verifiers";

const KIB = 1024;
const event = { type: "contact.created", data: { contact: "919876543210" } };

test.beforeEach(deleteAllWebhooks);

test("the documented verifier accepts 1,000 of 1,000 deliveries", async () => {
  test.setTimeout(120_000);
  const receiver = await startReceiver();
  const { secret } = await createWebhook(receiver.url, ["contact.*"], { concurrency: 64 });
  const seed = Date.now();
  const datas = randomData(seed, 1_000);
  for (let i = 0; i < datas.length; i += 20) {
    const answers = await Promise.all(
      datas.slice(i, i + 20).map((data) => api("POST", "/events", { type: "contact.created", data })),
    );
    for (const { status } of answers) expect(status, `seed ${seed}`).toBe(202);
  }
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(1_000);
  const refused = receiver.received.filter((received) => !isGenuine(received, secret));
  expect(refused.length, `seed ${seed}`).toBe(0);
  const ids = new Set(receiver.received.map(({ headers }) => headers["x-sydx-event-id"]));
  expect(ids.size).toBe(1_000);
  for (const { headers, body } of receiver.received) {
    expect(headers["x-sydx-timestamp"]).toBe(JSON.parse(body).timestamp);
  }
  await receiver.close();
});

test.describe("bad input is refused with its field and stores nothing", () => {
  const deep = `${"[".repeat(70)}${"]".repeat(70)}`;
  const cases: { what: string; body: unknown; status: number; field?: string; headers?: Record<string, string> }[] = [
    { what: "no JSON", body: "{bad", status: 400 },
    { what: "an empty body", body: "", status: 400 },
    { what: "U+0000", body: '{"type":"contact.created","data":{"a":"\\u0000"}}', status: 400, field: "data.a" },
    {
      what: "half a surrogate",
      body: '{"type":"contact.created","data":{"a":"\\ud800"}}',
      status: 400,
      field: "data.a",
    },
    { what: "__proto__", body: '{"type":"contact.created","data":{"__proto__":{}}}', status: 422, field: "data" },
    {
      what: "a number beyond JSON",
      body: '{"type":"contact.created","data":{"a":1e400}}',
      status: 422,
      field: "data.a",
    },
    { what: "NaN", body: '{"type":"contact.created","data":{"a":NaN}}', status: 400 },
    { what: "too deep", body: `{"type":"contact.created","data":{"a":${deep}}}`, status: 422 },
    { what: "an unknown type", body: { ...event, type: "nope.nope" }, status: 422, field: "type" },
    { what: "a type of the wrong type", body: { ...event, type: 7 }, status: 422, field: "type" },
    { what: "no data", body: { type: "contact.created" }, status: 422, field: "data" },
    { what: "an array for data", body: { ...event, data: [] }, status: 422, field: "data" },
    { what: "an array for the body", body: [], status: 422, field: "body" },
    { what: "an unknown field", body: { ...event, extra: 1 }, status: 422, field: "extra" },
    {
      what: "a timestamp without a zone",
      body: { ...event, timestamp: "2026-03-25T08:22:50" },
      status: 422,
      field: "timestamp",
    },
    { what: "256 KiB and more", body: { ...event, data: { a: "x".repeat(256 * KIB) } }, status: 413 },
    { what: "another content type", body: event, status: 415, headers: { "Content-Type": "text/plain" } },
    { what: "gzip", body: event, status: 415, headers: { "Content-Encoding": "gzip" } },
    { what: "a wrong key", body: event, status: 401, headers: { Authorization: "Bearer wrong" } },
    { what: "no Bearer", body: event, status: 401, headers: { Authorization: "Basic YTpi" } },
    {
      what: "a bad idempotency key",
      body: event,
      status: 422,
      field: "Idempotency-Key",
      headers: { "Idempotency-Key": "a b" },
    },
  ];
  const twoAnd = (third: unknown) => ({ events: [event, event, third] });
  const batches: typeof cases = [
    { what: "no JSON", body: "{bad", status: 400 },
    { what: "a single event", body: event, status: 422 },
    { what: "a list", body: [event], status: 422, field: "body" },
    { what: "no list", body: { events: event }, status: 422, field: "events" },
    { what: "no events", body: { events: [] }, status: 422, field: "events" },
    { what: "1,001 events", body: { events: Array(1_001).fill(event) }, status: 422, field: "events" },
    { what: "an unknown type", body: twoAnd({ ...event, type: "nope" }), status: 422, field: "events.2.type" },
    { what: "no data", body: twoAnd({ type: event.type }), status: 422, field: "events.2.data" },
    { what: "an unknown field", body: twoAnd({ ...event, extra: 1 }), status: 422, field: "events.2.extra" },
    { what: "no event", body: twoAnd(null), status: 422, field: "events.2" },
    {
      what: "half a surrogate",
      body: `{"events":[${JSON.stringify(event)},{"type":"contact.created","data":{"a":"\\ud800"}}]}`,
      status: 400,
      field: "events[1].data.a",
    },
    {
      what: "256 KiB and more in one event",
      body: twoAnd({ ...event, data: { a: "x".repeat(256 * KIB) } }),
      status: 413,
      field: "events.2",
    },
    { what: "more than 5 MiB", body: { events: [{ ...event, data: { a: "x".repeat(5 * KIB * KIB) } }] }, status: 413 },
    { what: "another content type", body: twoAnd(event), status: 415, headers: { "Content-Type": "text/plain" } },
    { what: "a wrong key", body: twoAnd(event), status: 401, headers: { Authorization: "Bearer wrong" } },
    {
      what: "a bad idempotency key",
      body: twoAnd(event),
      status: 422,
      field: "Idempotency-Key",
      headers: { "Idempotency-Key": "a b" },
    },
  ];
  const all = [
    ...cases.map((one) => ({ ...one, path: "/events" })),
    ...batches.map((one) => ({ ...one, what: `in a batch: ${one.what}`, path: "/events/batch" })),
  ];
  for (const { what, path, body, status, field, headers } of all) {
    test(what, async () => {
      const receiver = await startReceiver();
      const { id } = await createWebhook(receiver.url, ["*"]);
      const answer = await api("POST", path, body, headers);
      expect(answer.status).toBe(status);
      expect(answer.body.error).toEqual({
        code: expect.any(String),
        message: expect.any(String),
        ...(field
          ? { fields: { [field]: expect.any(String) } }
          : answer.body.error.fields && { fields: expect.any(Object) }),
      });
      expect((await api("GET", `/deliveries?webhookId=${id}`)).body.data).toEqual([]);
      await receiver.close();
    });
  }
});

test("a batch of 1,000 is accepted as a whole, answered in order and delivered", async () => {
  test.setTimeout(60_000);
  const receiver = await startReceiver();
  await createWebhook(receiver.url, ["sms.sent"], { concurrency: 64 });
  const events = Array.from({ length: 1_000 }, (_, i) => ({ type: i % 2 ? "sms.sent" : "sms.failed", data: { i } }));
  const { status, body } = await api("POST", "/events/batch", { events });
  expect(status).toBe(202);
  expect(body.data.map(({ type, deliveries }: Published) => [type, deliveries])).toEqual(
    events.map(({ type }) => [type, type === "sms.sent" ? 1 : 0]),
  );
  const ids = body.data.map(({ id }: Published) => id);
  expect(ids.toSorted()).toEqual(ids);
  const sent = ids.filter((_: string, i: number) => i % 2);
  const arrived = () => new Set(receiver.received.map(({ headers }) => headers["x-sydx-event-id"]));
  await expect.poll(() => arrived().size, { timeout: 30_000 }).toBe(500);
  expect(arrived()).toEqual(new Set(sent));
  await receiver.close();
});

test("a publish is answered the same by the short way and by the way of all routes", async () => {
  const key = { "Idempotency-Key": `ways-${Date.now()}` };
  for (const path of ["/events", "/events/batch"]) {
    for (const body of [event, { events: [event] }, "{bad"]) {
      const send = (query: string) => answerOf(path + query, body, key);
      // A query makes it another address to the short way, and means nothing to the route.
      expect(await send("?"), path).toEqual(await send(""));
    }
  }
});

interface Published {
  id: string;
  type: string;
  deliveries: number;
}

async function answerOf(path: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(`${process.env["E2E_URL"]}/api/v1${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${API_KEY}`, "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const { status } = response;
  const told = ["content-type", "cache-control", "x-content-type-options", "x-frame-options", "referrer-policy"];
  return { status, headers: told.map((name) => response.headers.get(name)), text: await response.text() };
}

test("unknown, malformed and foreign ids answer the same 404", async () => {
  const paths = [
    "/webhooks/wh_00000000000000000000000000",
    "/webhooks/x",
    "/deliveries/dlv_x",
    "/events/evt_x",
    "/nowhere",
  ];
  const answers = await Promise.all(paths.map((path) => api("GET", path)));
  for (const { status, body } of answers) {
    expect(status).toBe(404);
    expect(body).toEqual(answers[0]?.body);
  }
});

test("a method that a path doesn't take is refused in the shape of every error", async () => {
  for (const [method, path] of [
    ["PUT", "/webhooks"],
    ["DELETE", "/events"],
    ["DELETE", "/deliveries"],
    ["POST", "/events/evt_x"],
  ] as const) {
    const { status, body } = await api(method, path);
    expect([status, body.error.code], `${method} ${path}`).toEqual([405, "method_not_allowed"]);
  }
  expect((await api("GET", "")).body.error.code).toBe("not_found");
});

test("every path that looks like the API's answers in the shape of every error", async () => {
  const key = { Authorization: `Bearer ${API_KEY}` };
  for (const [method, path, status] of [
    ["POST", "/API/v1/events", 404],
    ["GET", "/api", 404],
    ["GET", "/api/nowhere", 404],
    ["GET", "/api/V1/webhooks", 404],
    ["GET", "/api/v1/webhooks/%E0%A4%A", 400],
    ["DELETE", "/api/health", 405],
    ["POST", "/api/ready", 405],
    ["GET", "/api/setup", 405],
  ] as const) {
    const answer = await fetch(`${process.env["E2E_URL"]}${path}`, { method, headers: key });
    const shape = { error: { code: expect.any(String), message: expect.any(String) } };
    expect([answer.status, await answer.json()], `${method} ${path}`).toEqual([status, shape]);
  }
  expect((await fetch(`${process.env["E2E_URL"]}/api/health`)).status).toBe(200);
  expect((await fetch(`${process.env["E2E_URL"]}/api/ready`)).status).toBe(200);
});

test("lists refuse bad limits and cursors by name", async () => {
  for (const limit of ["0", "-1", "201", "1e9", "abc", "1.5"]) {
    const { status, body } = await api("GET", `/deliveries?limit=${limit}`);
    expect([status, Object.keys(body.error.fields)], limit).toEqual([422, ["limit"]]);
  }
  for (const query of ["cursor=%00", "cursor=abc", "status=odd", "type=%00", "unknown=1", "limit=1&limit=2"]) {
    expect((await api("GET", `/deliveries?${query}`)).status, query).toBe(422);
  }
});

test("keyset pages hold every delivery once", async () => {
  const receiver = await startReceiver();
  const { id } = await createWebhook(receiver.url, ["sms.*"]);
  for (let i = 0; i < 7; i++) await api("POST", "/events", { type: "sms.sent", data: { i } });
  const seen: string[] = [];
  let cursor: string | null = "";
  do {
    const page: { data: { id: string }[]; nextCursor: string | null } = (
      await api("GET", `/deliveries?webhookId=${id}&limit=3${cursor && `&cursor=${cursor}`}`)
    ).body;
    seen.push(...page.data.map((delivery) => delivery.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(seen).size).toBe(7);
  expect(seen.toSorted().toReversed()).toEqual(seen);
  await receiver.close();
});

test("one idempotency key is one event, however many ask at once", async () => {
  const receiver = await startReceiver();
  await createWebhook(receiver.url, ["lead.*"]);
  const key = { "Idempotency-Key": `order-${Date.now()}` };
  const publish = (data: object) => api("POST", "/events", { type: "lead.captured", data }, key);
  const answers = await Promise.all(Array.from({ length: 50 }, () => publish({ a: 1 })));
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(202);
  expect((await publish({ a: 2 })).status).toBe(409);
  const { body } = await api("GET", `/events/${answers[0]?.body.id}`);
  expect(body.deliveries).toHaveLength(1);
  await receiver.close();
});

test("a webhook is created, read, changed and deleted; its secret is given once", async () => {
  const { id, secret } = await createWebhook("http://127.0.0.1:4999/hook", ["call.*", "sms.sent"]);
  expect(secret).toMatch(/^whsec_/);
  const read = await api("GET", `/webhooks/${id}`);
  expect(JSON.stringify(read.body)).not.toContain("whsec_");
  expect(read.body).toMatchObject({
    status: "active",
    events: ["call.*", "sms.sent"],
    retry: { preset: "sydx" },
    timeoutMs: 5000,
    hits: 0,
    lastHitAt: null,
  });
  const changed = await api("PATCH", `/webhooks/${id}`, { title: "New", retry: { delaysSeconds: [1, 2] } });
  expect(changed.body).toMatchObject({
    title: "New",
    retry: { delaysSeconds: [1, 2] },
    events: ["call.*", "sms.sent"],
  });
  expect((await api("PATCH", `/webhooks/${id}`, { title: "" })).body.error.fields).toHaveProperty("title");
  expect((await api("DELETE", `/webhooks/${id}`)).status).toBe(204);
  expect((await api("GET", `/webhooks/${id}`)).status).toBe(404);
  expect((await api("DELETE", `/webhooks/${id}`)).status).toBe(404);
});

test("a receiver that fails is tried again by its schedule, never early, with the same bytes", async () => {
  const receiver = await startReceiver(() => ({ status: 503 }));
  const { id } = await createWebhook(receiver.url, ["agent.*"], { retry: { delaysSeconds: [1, 2] } });
  const { body: published } = await api("POST", "/events", { type: "agent.created", data: { b: 1, a: 2 } });
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(3);
  const [first, second, third] = receiver.received;
  if (!first || !second || !third) throw new Error("three attempts were made");
  expect(second.at - first.at).toBeGreaterThanOrEqual(1000);
  expect(third.at - second.at).toBeGreaterThanOrEqual(2000);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(receiver.received.map(({ headers }) => headers["x-sydx-attempt"])).toEqual(["1", "2", "3"]);
  const delivery = async () => (await api("GET", `/events/${published.id}`)).body.deliveries[0];
  await expect.poll(async () => (await delivery()).status).toBe("failed");
  const detail = (await api("GET", `/deliveries/${(await delivery()).id}`)).body;
  expect(detail.attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    "retrying",
    "retrying",
    "failed",
  ]);
  expect(detail.requestBody).toBe(first.body);
  expect(detail.webhookId).toBe(id);
  await receiver.close();
});

test("a request that hangs holds up none of its webhook's other deliveries", async () => {
  let letGo: () => void = () => undefined;
  const hanging = new Promise<{ status: number }>((resolve) => (letGo = () => resolve({ status: 200 })));
  const receiver = await startReceiver(({ body }) => (body.includes('"hang":true') ? hanging : { status: 200 }));
  await createWebhook(receiver.url, ["lead.*"], { timeoutMs: 30_000 });
  await api("POST", "/events", { type: "lead.captured", data: { hang: true } });
  await expect.poll(() => receiver.received.length).toBe(1);
  for (let i = 0; i < 3; i++) {
    const { body } = await api("POST", "/events", { type: "lead.captured", data: { i } });
    const statusNow = async () => (await api("GET", `/events/${body.id}`)).body.deliveries[0].status;
    await expect.poll(statusNow).toBe("succeeded");
  }
  letGo();
  const pending = async () => (await api("GET", "/deliveries?status=pending&type=lead.captured")).body.data.length;
  await expect.poll(pending).toBe(0);
  await receiver.close();
});

test("changes of one webhook at the same time are answered, each with its own outcome", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await createWebhook("http://127.0.0.1:4999/hook", ["call.*"]);
    const answers = await Promise.all([
      api("DELETE", `/webhooks/${id}`),
      api("DELETE", `/webhooks/${id}`),
      api("PATCH", `/webhooks/${id}`, { title: "B" }),
      api("POST", `/webhooks/${id}/rotate-secret`),
    ]);
    for (const { status } of answers) expect([200, 204, 404]).toContain(status);
  }
});

test("410 Gone disables the webhook; resuming enables it again", async () => {
  const receiver = await startReceiver(() => ({ status: 410 }));
  const { id } = await createWebhook(receiver.url, ["chat.*"]);
  await api("POST", "/events", { type: "chat.message_received", data: {} });
  await expect.poll(async () => (await api("GET", `/webhooks/${id}`)).body.status).toBe("disabled");
  expect((await api("GET", `/webhooks/${id}`)).body.disabledReason).toBe("gone");
  const resumed = await api("PATCH", `/webhooks/${id}`, { status: "active" });
  expect(resumed.body).toMatchObject({ status: "active", disabledReason: null });
  await receiver.close();
});

test("the documented receiver accepts what is genuine and refuses another secret's", async () => {
  const port = await freePort();
  const { secret } = await createWebhook(`http://localhost:${port}/webhook`, ["sms.*"]);
  const listen = async (WEBHOOK_SECRET: string) => {
    const child = spawn(process.execPath, ["docs/receiver.mjs", String(port)], {
      env: { ...process.env, WEBHOOK_SECRET },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await expect.poll(() => printed).toContain("Listening");
    await api("POST", "/events", { type: "sms.sent", data: { to: "+15550100" } });
    await expect.poll(() => printed).toMatch(/✓|✗/);
    child.kill();
    await expect.poll(() => child.signalCode).toBe("SIGTERM");
    return printed;
  };
  expect(await listen("whsec_another")).toContain("✗ refused");
  expect(await listen(secret)).toContain("✓ genuine sms.sent evt_");
});
