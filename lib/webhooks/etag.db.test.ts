import { afterAll, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import type { UpdateWebhook } from "../core/webhook";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { deleteWebhook, getWebhook, rotateSecret, updateWebhook } from "./webhooks";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

it("of two who change what they both have seen, one is refused, also at the same time", async () => {
  const owner = await makeOwner();
  const { id, etag } = await makeWebhook(owner);
  const titles = ["one", "two", "three", "four"];
  const ends = await Promise.allSettled(titles.map((title) => updateWebhook(owner, id, { title }, etag)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const end of ends) {
    if (end.status === "rejected") {
      expect(end.reason).toMatchObject({ code: "precondition_failed", fields: { "If-Match": expect.any(String) } });
    }
  }
  const now = await getWebhook(owner, id);
  expect(now.title).toBe(titles[ends.findIndex(({ status }) => status === "fulfilled")]);
  await updateWebhook(owner, id, { title: "five" }, now.etag);
});

it("every setting changes it, write-only ones included; hits and a new secret don't", async () => {
  const owner = await makeOwner();
  const { id, etag } = await makeWebhook(owner, { headers: { "X-A": "1" } });
  const seen = [etag];
  const each = {
    title: ["Other"],
    url: ["http://127.0.0.1:4999/other"],
    events: [["call.*"]],
    format: ["aisync"],
    status: ["paused"],
    retry: [{ delaysSeconds: [7] }],
    timeoutMs: [7000],
    concurrency: [7],
    headers: [{ "X-A": "2" }],
    authorization: ["first", "second"],
    ratePerSecond: [7],
    orderBy: ["data.contact"],
    filter: [
      { all: [{ path: "data.contact", op: "exists", value: true }] },
      { all: [{ path: "data.name", op: "exists", value: true }] },
    ],
    alsoSign: [{ format: "standard", until: new Date(Date.now() + 60_000).toISOString() }],
    autoDisable: [{ preset: "off" }, { noticeAfterSeconds: 60, disableAfterSeconds: 600 }],
    autoRecover: [true, false],
  } satisfies Record<Exclude<keyof UpdateWebhook, "held">, unknown[]>;
  const changes = Object.entries(each).flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  for (const change of changes) seen.push((await updateWebhook(owner, id, change)).etag);
  expect(new Set(seen).size).toBe(seen.length);
  await rotateSecret(owner, id, {});
  await pool().query("UPDATE webhook_health SET hits = hits + 1 WHERE webhook_id = $1", [decodeId("webhook", id)]);
  expect((await getWebhook(owner, id)).etag).toBe(seen.at(-1));
});

it("any of a list matches, as does *; nothing weak, unquoted or empty does", async () => {
  const owner = await makeOwner();
  const { id, etag } = await makeWebhook(owner);
  for (const ifMatch of [etag, `"x", ${etag}`, "*"]) await updateWebhook(owner, id, {}, ifMatch);
  for (const ifMatch of [`W/${etag}`, etag.replaceAll('"', ""), "", '"x"', "**"]) {
    await expect(updateWebhook(owner, id, {}, ifMatch), ifMatch).rejects.toThrow("was changed");
  }
});

it("nobody deletes what was changed since they have seen it", async () => {
  const owner = await makeOwner();
  const { id, etag } = await makeWebhook(owner);
  const { etag: newer } = await updateWebhook(owner, id, { title: "Other" });
  await expect(deleteWebhook(owner, id, etag)).rejects.toMatchObject({ code: "precondition_failed" });
  await deleteWebhook(owner, id, newer);
});
