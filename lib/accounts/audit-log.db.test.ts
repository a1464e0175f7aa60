import { afterAll, describe, expect, it } from "vitest";
import { auditQuerySchema, type AuditEntry } from "../core/audit-log";
import { closeDb, pool, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeMember, makeOwner, makeWebhook } from "../testing/factories";
import { createEventType, deleteEventType } from "../webhooks/event-types";
import { updatePublishing } from "../webhooks/publishing";
import { deleteWebhook, updateWebhook } from "../webhooks/webhooks";
import type { Actor } from "./actor";
import { createApiKey } from "./api-keys";
import { listAuditLog } from "./audit-log";
import { removeMember } from "./members";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const read = (owner: Actor, query: Record<string, string> = {}) => listAuditLog(owner, auditQuerySchema.parse(query));
const actions = (entries: AuditEntry[]) => entries.map(({ action }) => action);

describe("the audit log", () => {
  it("names who and what as they are called now, and says what is gone", async () => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    await updateWebhook(owner, webhook.id, { title: "Renamed" });
    const gone = await makeWebhook(owner, { title: "Gone" });
    await deleteWebhook(owner, gone.id);
    await createEventType(owner, { name: "order.paid", description: "Triggered when an order is paid" });
    await deleteEventType(owner, "order.paid");
    await updatePublishing(owner, { validation: "warn" });
    const member = await makeMember(owner, "viewer");
    await removeMember(owner, member);
    const key = await createApiKey(owner, { name: "Backend" });
    const asKey = { ...owner, label: `key:${key.id}` };
    await updateWebhook(asKey, webhook.id, { title: "Renamed" });
    const { data } = await read(owner);
    const find = (action: string, id?: string) =>
      data.find((entry) => entry.action === action && (id === undefined || entry.target.id === id));
    expect(find("webhook.created", webhook.id)?.target).toEqual({
      ...{ kind: "webhook", id: webhook.id, name: "Renamed", exists: true },
    });
    expect(find("webhook.deleted")?.target).toMatchObject({ name: "Gone", exists: false });
    expect(find("event_type.deleted")?.target).toMatchObject({ kind: "eventType", name: "order.paid", exists: false });
    expect(find("publishing.updated")?.target).toMatchObject({ kind: "publishing", id: "warn" });
    expect(find("member.removed")?.target).toMatchObject({ kind: "member", id: member, exists: false });
    expect(find("member.removed")?.target.name).toContain("@example.com");
    expect(find("api_key.created")).toMatchObject({
      actor: { kind: "member", name: expect.stringContaining("@example.com") as string },
      target: { name: "Backend" },
      address: "127.0.0.1",
    });
    expect(data[0]?.actor).toEqual({ kind: "apiKey", id: key.id, name: "Backend" });
  });

  it("is paged from the newest to the oldest, each entry once", async () => {
    const owner = await makeOwner();
    for (let i = 0; i < 5; i++) await createApiKey(owner, { name: `Key ${i}` });
    const seen: AuditEntry[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await read(owner, { limit: "2", ...(cursor ? { cursor } : {}) });
      seen.push(...page.data);
      cursor = page.nextCursor;
    }
    expect(seen.map(({ target }) => target.name)).toEqual(["Key 4", "Key 3", "Key 2", "Key 1", "Key 0"]);
  });

  it("is filtered by actor, action, target and time, and all at once", async () => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    const { id } = await createApiKey(owner, { name: "Backend" });
    await updateWebhook({ ...owner, label: `key:${id}` }, webhook.id, { title: "B" });
    expect(actions((await read(owner, { actor: id })).data)).toEqual(["webhook.updated"]);
    expect(actions((await read(owner, { target: webhook.id })).data)).toEqual(["webhook.updated", "webhook.created"]);
    expect(actions((await read(owner, { action: "api_key.created,webhook.created" })).data)).toEqual([
      "api_key.created",
      "webhook.created",
    ]);
    const [ahead, ago] = [60_000, -60_000].map((ms) => new Date(Date.now() + ms).toISOString());
    expect((await read(owner, { from: ago ?? "", to: ahead ?? "" })).data).toHaveLength(3);
    expect((await read(owner, { from: ahead ?? "" })).data).toEqual([]);
    expect((await read(owner, { to: ago ?? "" })).data).toEqual([]);
    const all = { actor: id, target: webhook.id, action: "webhook.updated", from: ago ?? "", to: ahead ?? "" };
    expect((await read(owner, all)).data).toHaveLength(1);
  });

  it("holds nothing of another account", async () => {
    const [mine, theirs] = [await makeOwner(), await makeOwner()];
    const webhook = await makeWebhook(theirs);
    expect((await read(mine)).data).toEqual([]);
    expect((await read(mine, { target: webhook.id })).data).toEqual([]);
  });

  it("finds a rare actor, action or target among many entries by an index", async () => {
    const owner = await makeOwner();
    await pool().query(
      `INSERT INTO audit_entries (id, account_id, actor, action, target)
       SELECT gen_random_uuid(), $1, 'user:-', 'webhook.tested', 'wh_-' FROM generate_series(1, 20000)`,
      [owner.accountId],
    );
    await pool().query("ANALYZE audit_entries");
    // Rarer than any that other tests beside this one may write meanwhile: ones that nobody has.
    for (const column of ["actor", "action", "target"]) {
      const { rows } = await pool().query<{ "QUERY PLAN": string }>(
        `EXPLAIN SELECT * FROM audit_entries WHERE account_id = '${owner.accountId}' AND ${column} IN ('-', '--', '---')
         ORDER BY id DESC LIMIT 51`,
      );
      expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain(`audit_entries_${column}`);
    }
    await prisma().auditEntry.deleteMany({ where: { accountId: owner.accountId, target: "wh_-" } });
  });
});
