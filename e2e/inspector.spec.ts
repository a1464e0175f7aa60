/** The built-in receiver, with the real worker and plain HTTP. */
import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";

test.beforeEach(deleteAllWebhooks);

interface Made {
  id: string;
  url: string;
}

async function createInspector(answer: Record<string, unknown> = {}): Promise<Made> {
  const { status, body } = await api("POST", "/inspectors", { title: "Test", answer });
  expect(status).toBe(201);
  return body as Made;
}

const requestsOf = async ({ id }: Made) => (await api("GET", `/inspectors/${id}/requests`)).body.data;

test("shows what a webhook sends, signed, and the retry after the failures it was told to answer", async () => {
  const inspector = await createInspector({ failNext: 1, failStatus: 503, body: "thanks" });
  const { id } = await createWebhook(inspector.url, ["contact.*"], { retry: { delaysSeconds: [1] } });
  await api("POST", "/events", { type: "contact.created", data: { contact: "919876543210" } });
  await expect.poll(async () => (await requestsOf(inspector)).length, { timeout: 20_000 }).toBe(2);
  const [retry, first] = await requestsOf(inspector);
  expect([first.answeredStatus, retry.answeredStatus]).toEqual([503, 200]);
  const { body: request } = await api("GET", `/inspectors/${inspector.id}/requests/${retry.id}`);
  expect(JSON.parse(request.body)).toMatchObject({ event: "contact.created", data: { contact: "919876543210" } });
  const names = request.headers.map(([name]: [string]) => name);
  expect(names).toContain("X-Sydx-Signature");
  await expect
    .poll(async () => (await api("GET", `/deliveries?webhookId=${id}`)).body.data[0].status, { timeout: 10_000 })
    .toBe("succeeded");
  await api("DELETE", `/inspectors/${inspector.id}`);
});

test("answers as it was programmed, late where it was told to", async () => {
  const inspector = await createInspector({ status: 418, body: "<b>tea</b>", contentType: "text/html", delayMs: 300 });
  const began = performance.now();
  const answer = await fetch(`${inspector.url}/pot?a=1`, { method: "PUT", body: "water" });
  expect(performance.now() - began).toBeGreaterThanOrEqual(299);
  expect([answer.status, await answer.text()]).toEqual([418, "<b>tea</b>"]);
  expect(answer.headers.get("content-type")).toBe("text/html");
  // Whatever it says, it is no page of this site.
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect((await requestsOf(inspector))[0]).toMatchObject({ method: "PUT", path: "/pot?a=1", bytes: 5 });
  await api("PATCH", `/inspectors/${inspector.id}`, { answer: { status: 204, delayMs: 0 } });
  expect((await fetch(inspector.url, { method: "POST", body: "{}" })).status).toBe(204);
  await api("DELETE", `/inspectors/${inspector.id}`);
});

test("refuses a body above 256 KiB, keeping its beginning; an unknown address keeps nothing", async () => {
  const inspector = await createInspector();
  const long = "x".repeat(256 * 1024 + 1);
  expect((await fetch(inspector.url, { method: "POST", body: long.slice(1) })).status).toBe(200);
  expect((await fetch(inspector.url, { method: "POST", body: long })).status).toBe(413);
  const [refused, taken] = await requestsOf(inspector);
  expect((await fetch(inspector.url, { method: "POST", body: "x".repeat(10_000_000) })).status).toBe(413);
  expect(refused).toMatchObject({ bytes: 256 * 1024 + 1, isTruncated: true, answeredStatus: 413 });
  expect(taken).toMatchObject({ bytes: 256 * 1024, isTruncated: false, answeredStatus: 200 });
  const { body } = await api("GET", `/inspectors/${inspector.id}/requests/${refused.id}`);
  expect(body.body).toHaveLength(256 * 1024);
  const unknown = await fetch(inspector.url.slice(0, -4) + "AAAA", { method: "POST", body: "{}" });
  expect([unknown.status, (await unknown.json()).error.code]).toEqual([404, "not_found"]);
  await api("DELETE", `/inspectors/${inspector.id}`);
  expect((await fetch(inspector.url, { method: "POST", body: "{}" })).status).toBe(404);
});
