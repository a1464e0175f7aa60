import { afterAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { exportQuerySchema } from "../core/delivery";
import { decodeId } from "../core/ids";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { textStream } from "../text-stream";
import { countDeliveries } from "./count";
import { exportDeliveries } from "./export";

const MIB = 1024 * 1024;

let owner: Actor;
let webhookId: string;
beforeEach(async () => {
  owner = await makeOwner();
  webhookId = (await makeWebhook(owner, { title: "=HYPERLINK(1)", status: "paused" })).id;
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

async function insert(rows: number): Promise<void> {
  await pool().query(
    `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status, response_code, attempts)
     SELECT uuid_v7(), $1, $2, uuid_v7(), 'sms.sent', 'event', CASE WHEN n % 10 = 0 THEN 'failed' ELSE 'succeeded' END, 200, 1
     FROM generate_series(1, $3::int) AS n`,
    [owner.accountId, decodeId("webhook", webhookId), rows],
  );
}

const start = async (query: Record<string, string>, again: () => Promise<unknown> = () => Promise.resolve()) =>
  exportDeliveries(owner, exportQuerySchema.parse(query), again);

async function linesOf(query: Record<string, string>): Promise<string[]> {
  let text = "";
  for await (const piece of await start(query)) text += piece;
  return text.trimEnd().split(/\r?\n/);
}

it("has each delivery that matches once, newest first, in either format", async () => {
  await insert(1_230);
  const rows = (await linesOf({ format: "ndjson" })).map((line) => JSON.parse(line) as { id: string });
  expect(rows).toHaveLength(1_230);
  expect(rows.map(({ id }) => id)).toEqual(
    rows
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  );
  const [heading, ...lines] = await linesOf({ status: "failed" });
  expect(heading).toMatch(/^id,createdAt,status,/);
  expect(lines).toHaveLength(123);
  expect(lines.every((line) => line.includes(",failed,") && line.includes("'=HYPERLINK(1)"))).toBe(true);
});

it("of 100,000 deliveries no more than a few pages are ever in memory", async () => {
  await insert(100_000);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  let lines = 0;
  for await (const piece of textStream(await start({ format: "ndjson" }))) {
    lines += new TextDecoder().decode(piece).split("\n").length - 1;
    globalThis.gc?.();
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  expect(lines).toBe(100_000);
  // The file has 50 MiB; garbage that isn't collected yet counts here, too.
  expect(peak).toBeLessThan(160 * MIB);
  expect(await countDeliveries(owner, {})).toEqual({ count: 100_000, exact: true });
}, 60_000);

it("ends where whoever asked may look no more, and makes room", async () => {
  await insert(1_200);
  let pages = 0;
  const again = () => (++pages < 2 ? Promise.resolve() : Promise.reject(new Error("signed out")));
  const lines: string[] = [];
  const read = async () => {
    for await (const piece of await start({ format: "ndjson" }, again)) lines.push(...piece.trimEnd().split("\n"));
  };
  await expect(read()).rejects.toThrow("signed out");
  expect(lines).toHaveLength(1_000);
  expect(await linesOf({ format: "ndjson" })).toHaveLength(1_200);
});

it("an account has two at once; whoever leaves makes room", async () => {
  await insert(2_000);
  const streams = [textStream(await start({})), textStream(await start({}))];
  const readers = streams.map((stream) => stream.getReader());
  for (const reader of readers) await reader.read();
  await expect(start({})).rejects.toThrow("under way already");
  await readers[0]?.cancel();
  expect(await linesOf({})).toHaveLength(2_001);
  await readers[1]?.cancel();
});

it("of many that begin at the same time, two are let in", async () => {
  await insert(2_000);
  const begun = await Promise.allSettled(
    Array.from({ length: 8 }, async () => {
      const reader = textStream(await start({})).getReader();
      await reader.read();
      return reader;
    }),
  );
  const readers = begun.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  for (const reader of readers) await reader.cancel();
  expect(readers).toHaveLength(2);
});
