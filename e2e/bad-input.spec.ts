import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";

const hook = { title: "New", url: "http://127.0.0.1:4999/hook", events: ["*"] };
const FOREIGN = "wh_00000000000000000000000001";
const KIB = 1024;

interface Bad {
  what: string;
  method: string;
  /** `:id` is a webhook of ours. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  status: number;
  field?: string;
}

const creating = (what: string, body: unknown, status: number, field?: string): Bad => ({
  ...{ what, method: "POST", path: "/webhooks", body, status },
  ...(field ? { field } : {}),
});
const reading = (path: string, field: string): Bad => ({ what: path, method: "GET", path, status: 422, field });

const TABLE: Bad[] = [
  creating("an unknown field", { ...hook, extra: 1 }, 422, "extra"),
  creating("a wrong type", { ...hook, timeoutMs: "5000" }, 422, "timeoutMs"),
  creating("a missing field", { title: "New", events: ["*"] }, 422, "url"),
  creating(
    "a prototype key",
    '{"title":"New","url":"http://127.0.0.1:4999","events":["*"],"__proto__":{}}',
    422,
    "body",
  ),
  creating("a constructor key", { ...hook, constructor: { prototype: {} } }, 422, "constructor"),
  creating("depth 65", { ...hook, headers: JSON.parse(`${"[".repeat(65)}${"]".repeat(65)}`) }, 422),
  creating(
    "256 KiB and 1",
    { ...hook, title: "x".repeat(256 * KIB + 1 - JSON.stringify({ ...hook, title: "" }).length) },
    413,
  ),
  creating("U+0000", { ...hook, title: "a\u0000" }, 400, "title"),
  creating("half a surrogate", '{"title":"\\ud800","url":"http://127.0.0.1:4999","events":["*"]}', 400, "title"),
  creating("NaN", '{"title":"New","url":"http://127.0.0.1:4999","events":["*"],"timeoutMs":NaN}', 400),
  creating(
    "a field twice",
    '{"title":"New","title":"Other","url":"http://127.0.0.1:4999","events":["*"]}',
    422,
    "title",
  ),
  creating("an array for an object", [hook], 422, "body"),
  creating("an array for an object inside", { ...hook, retry: [] }, 422, "retry"),
  creating("an object for an array", { ...hook, events: {} }, 422, "events"),
  creating("an unknown event type", { ...hook, events: ["nope.nope"] }, 422, "events.0"),
  { ...creating("gzip", hook, 415), headers: { "Content-Encoding": "gzip" } },
  { ...creating("another content type", hook, 415), headers: { "Content-Type": "text/plain" } },
  { ...creating("no content type", hook, 415), headers: { "Content-Type": "" } },
  ...["/webhooks", "/deliveries", "/redeliveries", "/events"].flatMap((list) => [
    ...["0", "-1", "1e9", "abc", "", "1.5", "NaN"].map((limit) => reading(`${list}?limit=${limit}`, "limit")),
    reading(`${list}?cursor=abc`, "cursor"),
    reading(`${list}?odd=1`, "odd"),
    reading(`${list}?limit=1&limit=2`, "limit"),
  ]),
  reading("/deliveries?code=99", "code.0"),
  reading("/deliveries?error=odd", "error.0"),
  reading("/deliveries?q=%00", "q"),
  reading("/deliveries?from=yesterday", "from"),
  reading("/events?to=2026-03-25T08:22:50", "to"),
  reading("/webhooks/:id/stats?bucket=year", "bucket"),
  reading("/webhooks/:id/stats?from=2020-01-01T00:00:00Z&bucket=minute", "bucket"),
  ...["GET", "PATCH", "DELETE"].map((method) => ({
    ...{ what: "a foreign id", method, path: `/webhooks/${FOREIGN}`, status: 404 },
    ...(method === "PATCH" ? { body: {} } : {}),
  })),
  { what: "a foreign id", method: "POST", path: `/webhooks/${FOREIGN}/test`, status: 404 },
  {
    ...{ what: "a stale ETag", method: "PATCH", path: "/webhooks/:id", body: { title: "Other" }, status: 412 },
    ...{ headers: { "If-Match": '"stale"' }, field: "If-Match" },
  },
  { what: "no body", method: "PATCH", path: "/webhooks/:id", body: "", status: 400 },
  { what: "null", method: "PATCH", path: "/webhooks/:id", body: null, status: 422, field: "body" },
];

test.beforeEach(deleteAllWebhooks);
test.afterEach(deleteAllWebhooks);

for (const { what, method, path, body, headers, status, field } of TABLE) {
  test(`${method} ${path.split("?")[0]}: ${what} is refused by name, and nothing is stored`, async () => {
    // Not to everything: other files' webhooks may come to their end meanwhile, which is an event, too.
    const { id } = await createWebhook(hook.url, ["sms.*"], { title: "Before" });
    const answer = await api(method, path.replace(":id", id), body, headers);
    const told = JSON.stringify(answer.body);
    expect(answer.status, told).toBe(status);
    expect(answer.body.error, told).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    if (field) expect(Object.keys(answer.body.error.fields ?? {}), told).toContain(field);
    const { body: after } = await api("GET", "/webhooks");
    expect(after.data.map(({ title }: { title: string }) => title)).toEqual(["Before"]);
    expect((await api("GET", `/deliveries?webhookId=${id}`)).body.data).toEqual([]);
  });
}

test("a cursor stays good when what it stands on is gone", async () => {
  const ids = [];
  for (let i = 0; i < 4; i++) ids.push((await createWebhook(hook.url, ["*"])).id);
  const first = await api("GET", "/webhooks?limit=2");
  for (const { id } of first.body.data) await api("DELETE", `/webhooks/${id}`);
  await createWebhook(hook.url, ["*"]);
  const second = await api("GET", `/webhooks?limit=2&cursor=${first.body.nextCursor}`);
  expect(second.body.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2).toReversed());
  expect(second.body.nextCursor).toBeNull();
});
