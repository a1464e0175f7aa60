import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { failuresQuerySchema, MAX_FAILURES } from "../core/failure-groups";
import { decodeId, uuidV7 } from "../core/ids";
import { closeDb, pool, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { webhookFailures } from "./failures";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const idAt = (at: Date) => uuidV7(at.getTime(), Buffer.from(newId().replaceAll("-", "").slice(12), "hex"));

let owner: Actor;
let id: string;
let webhookId: string;
beforeEach(async () => {
  owner = await makeOwner();
  id = (await makeWebhook(owner)).id;
  webhookId = decodeId("webhook", id) ?? "";
  await pool().query("SELECT ensure_partitions(now() - interval '2 days', now())");
});

interface Tried {
  at: Date;
  code?: number | null;
  error?: string | null;
  body?: string;
  outcome?: string;
  cause?: string;
  tlsExpiresAt?: Date;
  deliveryId?: string;
}

async function tried({
  at,
  code = 401,
  error = "http_status",
  body,
  outcome = "failed",
  cause = "event",
  ...more
}: Tried) {
  const deliveryId = more.deliveryId ?? idAt(at);
  const { accountId } = owner;
  if (!more.deliveryId) {
    const status = outcome === "retrying" ? "pending" : outcome;
    await prisma().delivery.create({
      data: { ...{ id: deliveryId, accountId, webhookId, eventId: deliveryId, eventType: "sms.sent", cause, status } },
    });
  }
  await prisma().attempt.create({
    data: {
      ...{ id: idAt(at), accountId, webhookId, deliveryId, number: 1, startedAt: at, outcome, error },
      ...{ responseCode: code, responseBody: Buffer.from(body ?? ""), tlsExpiresAt: more.tlsExpiresAt ?? null },
    },
  });
  return deliveryId;
}

const failuresOf = (query: Record<string, string> = {}) => webhookFailures(owner, id, failuresQuerySchema.parse(query));

async function changed(action: "webhook.updated" | "webhook.secret_rotated", at: Date) {
  await audit(prisma(), owner, action, id);
  const latest = await prisma().auditEntry.findFirst({
    where: { accountId: owner.accountId },
    orderBy: { id: "desc" },
  });
  await prisma().auditEntry.update({ where: { id: latest?.id ?? "" }, data: { id: idAt(at), createdAt: at } });
}

describe("a webhook's failures", () => {
  it("are groups of attempts that ended alike; what succeeded, tests and other webhooks are none of them", async () => {
    const first = await tried({ at: ago(30), body: '{"error":"invalid signature","id":1}', outcome: "retrying" });
    await tried({ at: ago(20), body: '{"error":"invalid signature","id":2}', deliveryId: first });
    await tried({ at: ago(10), code: null, error: "timeout" });
    await tried({ at: ago(9), code: 200, error: null, outcome: "succeeded" });
    await tried({ at: ago(8), cause: "test" });
    await tried({ at: ago(2 * 24 * 60 - 5) });
    const { groups, attempts, since } = await failuresOf();
    expect(groups).toMatchObject([
      {
        error: "http_status",
        responseCode: 401,
        message: "invalid signature",
        attempts: 2,
        deliveries: 1,
        began: null,
      },
      { error: "timeout", responseCode: null, attempts: 1, failed: 1 },
    ]);
    expect([attempts, since]).toEqual([3, null]);
    const other = await makeWebhook(owner);
    expect((await webhookFailures(owner, other.id, failuresQuerySchema.parse({}))).groups).toEqual([]);
    await expect(webhookFailures(await makeOwner(), id, failuresQuerySchema.parse({}))).rejects.toThrow("nothing here");
  });

  it("tell what was done shortly before they began, and nothing that was done before one looked", async () => {
    await changed("webhook.updated", ago(90));
    await changed("webhook.secret_rotated", ago(33));
    await tried({ at: ago(30), body: "invalid signature" });
    await tried({ at: ago(300), code: 500 });
    await prisma().webhook.update({ where: { id: webhookId }, data: { resumedAt: ago(301) } });
    const began = async (query: Record<string, string> = {}) =>
      new Map((await failuresOf(query)).groups.map((group) => [group.responseCode, group.began?.after ?? null]));
    expect([...(await began())]).toEqual([
      [401, "secret_rotated"],
      [500, "resumed"],
    ]);
    expect((await began({ from: ago(31).toISOString() })).get(401)).toBeNull();
    await changed("webhook.updated", ago(31));
    expect((await began()).get(401)).toBe("edited");
  });

  it("of TLS tell when the certificate had changed since the last success", async () => {
    const [old, renewed] = [ago(-60 * 24), ago(-60 * 24 * 90)];
    await tried({ at: ago(50), code: 200, error: null, outcome: "succeeded", tlsExpiresAt: old });
    await tried({ at: ago(40), code: null, error: "tls", tlsExpiresAt: renewed });
    const [group] = (await failuresOf()).groups;
    expect(group?.began).toMatchObject({
      after: "certificate_changed",
      at: ago(50)
        .toISOString()
        .replace(/\d\d\.\d+Z$/, group?.began?.at.slice(17) ?? ""),
    });
  });

  it("are the latest so many, and it is said since when where there were more", async () => {
    const deliveryId = await tried({ at: ago(60) });
    await pool().query(
      `INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, started_at, outcome, error, response_code, response_body)
       SELECT uuid_v7(), $1, $2, $3, 1 + n, now(), 'failed', 'http_status', 503, convert_to('try later ' || n, 'UTF8')
       FROM generate_series(1, ${MAX_FAILURES}) AS n`,
      [owner.accountId, webhookId, deliveryId],
    );
    const { groups, attempts, since } = await failuresOf();
    expect(groups).toMatchObject([
      { responseCode: 503, message: "try later #", attempts: MAX_FAILURES, deliveries: 1 },
    ]);
    expect(attempts).toBe(MAX_FAILURES);
    expect(Date.parse(since ?? "")).toBeGreaterThan(ago(5).getTime());
  });

  it("are looked for in spans that are some", async () => {
    await expect(failuresOf({ from: "2026-03-25T00:00:00Z", to: "2026-03-25T00:00:00Z" })).rejects.toThrow();
    await expect(failuresOf({ from: "2020-03-25T00:00:00Z" })).rejects.toThrow();
  });
});
