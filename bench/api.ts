/** What a caller of the API waits for: one event, a batch of a thousand, and a page of a log of a million deliveries. */
import { encodeId } from "../lib/core/ids";
import { pool } from "../lib/db";
import { makeBacklog, makeWebhooks } from "./fill";
import { API_KEY, type Stage } from "./stage";
import { percentiles, printRow } from "./table";

const TYPE = "contact.updated";
const DATA = { contact: "919876543210", name: "Ada Lovelace", email: "ada@example.com", score: 41.5 };
const PER_SECOND = 300;
const SINGLE_SECONDS = 10;
const BATCHES = 30;
const BATCH_SIZE = 1_000;
const DELIVERIES = 1_000_000;
const PAGES = 30;

export async function apiCalls(stage: Stage): Promise<void> {
  const url = () => stage.receiver.url;
  const { webhookIds } = await makeWebhooks(10, url, { events: [TYPE], status: "paused" });
  const web = await stage.startWeb();
  await singles(stage);
  await batches(stage);
  await pages(stage, webhookIds);
  await web.stop();
}

async function singles(stage: Stage): Promise<void> {
  const post = () => timed(stage, "/events", { type: TYPE, data: DATA });
  await Promise.all(Array.from({ length: 50 }, post));
  const under: Promise<number>[] = [];
  const began = performance.now();
  // By the clock, whatever the answers take: who is slow is not asked less.
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(((performance.now() - began) / 1000) * PER_SECOND, PER_SECOND * SINGLE_SECONDS);
      while (under.length < due) under.push(post());
      if (under.length < PER_SECOND * SINGLE_SECONDS) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
  printRow({
    name: `publish, ${PER_SECOND} a second`,
    latency: percentiles(await Promise.all(under)),
    note: "p99 ≤ 50 ms",
  });
}

async function batches(stage: Stage): Promise<void> {
  const events = Array.from({ length: BATCH_SIZE }, () => ({ type: "sms.sent", data: DATA }));
  const times: number[] = [];
  for (let i = 0; i < BATCHES + 3; i++) times.push(await timed(stage, "/events/batch", { events }));
  printRow({ name: "publish, 1,000 in a batch", latency: percentiles(times.slice(3)), note: "≤ 100 ms" });
}

/** What is asked for often, and what is hardest: filters that mean little or nothing of a million. */
async function pages(stage: Stage, webhookIds: readonly string[]): Promise<void> {
  await makeBacklog(webhookIds, DELIVERIES);
  await pool().query(
    `UPDATE deliveries SET status = CASE WHEN n % 20 = 0 THEN 'failed' ELSE 'succeeded' END,
       response_code = CASE WHEN n % 20 = 0 THEN 503 ELSE 200 END, error = CASE WHEN n % 20 = 0 THEN 'http_status' END
     FROM (SELECT id AS its, row_number() OVER (ORDER BY id) AS n FROM deliveries) AS numbered
     WHERE id = its AND n % 10 <> 1`,
  );
  await pool().query("VACUUM ANALYZE events, deliveries");
  const [webhook = ""] = webhookIds.map((id) => encodeId("webhook", id));
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const filters = [
    "",
    "status=failed",
    "status=held",
    "status=pending",
    "status=cancelled",
    "type=message.received",
    "type=lead.captured",
    "code=503",
    "code=418",
    "error=tls",
    "q=lead",
    `q=${webhook}`,
    `webhookId=${webhook}`,
    `webhookId=${webhook}&status=failed&type=call.ended`,
    `webhookId=${webhook}&error=timeout`,
    `from=${hourAgo}&status=succeeded`,
    `to=${hourAgo}`,
    "limit=200",
  ];
  const all: number[] = [];
  let slowest = { p95: 0, filter: "" };
  for (const filter of filters) {
    const times: number[] = [];
    let cursor = "";
    for (let i = 0; i < PAGES; i++) {
      const began = performance.now();
      const page = await ask(stage, `/deliveries?${filter}${cursor && `&cursor=${cursor}`}`);
      times.push(performance.now() - began);
      cursor = page.nextCursor ?? "";
    }
    all.push(...times);
    const { p95 } = percentiles(times.slice(1));
    if (p95 > slowest.p95) slowest = { p95, filter };
  }
  const note = `p95 ≤ 100 ms; slowest: ${slowest.filter || "no filter"}, p95 ${slowest.p95.toFixed(1)}`;
  printRow({ name: "a page of 1,000,000 deliveries", latency: percentiles(all), note });
}

async function timed(stage: Stage, path: string, body: object): Promise<number> {
  const began = performance.now();
  await ask(stage, path, body);
  return performance.now() - began;
}

async function ask(stage: Stage, path: string, body?: object): Promise<{ nextCursor?: string | null }> {
  const response = await fetch(`${stage.webUrl}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { nextCursor?: string | null };
}
