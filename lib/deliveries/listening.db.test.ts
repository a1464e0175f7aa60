import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { encodeId } from "../core/ids";
import { requestsQuerySchema } from "../core/signed-request";
import { closeDb, prisma } from "../db";
import { closeQueue } from "../queue";
import { isGenuine } from "../testing/documented-verifiers";
import { makeOwner, makeWebhook } from "../testing/factories";
import { publish } from "../webhooks/publish";
import { deleteWebhook, rotateSecret, updateWebhook } from "../webhooks/webhooks";
import { listDeliveries } from "./deliveries";
import { listenForRequests, signedRequestOf } from "./listening";
import { ensurePartitions } from "./partitions";

beforeAll(ensurePartitions);
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const NEVER = new AbortController().signal;
const listen = (actor: Actor, webhookId: string, query: Record<string, string> = {}) =>
  listenForRequests(actor, webhookId, requestsQuerySchema.parse(query), NEVER);

const emit = (owner: Actor, name: string) =>
  prisma().$transaction((tx) =>
    publish(tx, { accountId: encodeId("account", owner.accountId), type: "contact.created", data: { name } }),
  );

const namesIn = ({ data }: Awaited<ReturnType<typeof listen>>) =>
  data.map(({ body }) => (JSON.parse(body) as { data: { name: string } }).data.name);

it("gives what comes after the cursor, page by page, each once and genuine", async () => {
  const owner = await makeOwner();
  const { id, secret } = await makeWebhook(owner, { status: "paused" });
  let { nextCursor } = await listen(owner, id);
  for (const name of ["a", "b", "c", "d", "e"]) await emit(owner, name);
  const given: string[] = [];
  for (let more = true; more;) {
    const page = await listen(owner, id, { after: nextCursor, limit: "2" });
    for (const { headers, body } of page.data) {
      const lower = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
      expect(isGenuine({ headers: lower, body }, secret)).toBe(true);
    }
    given.push(...namesIn(page));
    nextCursor = page.nextCursor;
    more = page.data.length > 0;
  }
  expect(given).toEqual(["a", "b", "c", "d", "e"]);
});

it("an event whose transaction commits after a later one's is not missed", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  const start = await listen(owner, id);
  let cursor = start.nextCursor;
  await prisma().$transaction(async (tx) => {
    const accountId = encodeId("account", owner.accountId);
    await publish(tx, { accountId, type: "contact.created", data: { name: "early, committed late" } });
    await emit(owner, "late, committed early");
    const page = await listen(owner, id, { after: cursor });
    expect(namesIn(page)).toEqual(["late, committed early"]);
    cursor = page.nextCursor;
  });
  const after = await listen(owner, id, { after: cursor });
  expect(namesIn(after)).toContain("early, committed late");
  expect((await listen(owner, id, { after: after.nextCursor })).data).toEqual([]);
});

it("is answered as soon as there is one, or when the wait is aborted", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  const { nextCursor } = await listen(owner, id);
  const waiting = listen(owner, id, { after: nextCursor, waitSeconds: "20" });
  await emit(owner, "a");
  expect(namesIn(await waiting)).toEqual(["a"]);
  const abort = new AbortController();
  const query = requestsQuerySchema.parse({ waitSeconds: "20" });
  const aborted = listenForRequests(owner, id, query, abort.signal);
  abort.abort();
  expect((await aborted).data).toEqual([]);
});

it("signs with both secrets while one is being rotated", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  await rotateSecret(owner, id, { graceSeconds: 3600 });
  await emit(owner, "a");
  const { data } = await listen(owner, id, { last: "1" });
  expect(data[0]?.headers.map(([name]) => name)).toContain("X-Sydx-Signature-Previous");
});

it("leaves out what was cancelled", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  await emit(owner, "discarded");
  await updateWebhook(owner, id, { status: "active", held: "discard" });
  expect((await listen(owner, id, { last: "1" })).data).toEqual([]);
});

it("needs the permission to change webhooks, and one's own webhook that is still there", async () => {
  const owner = await makeOwner();
  const stranger = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  await emit(owner, "a");
  const [delivery] = (await listDeliveries(owner, { limit: 1 })).data;
  const reader: Actor = { ...owner, permissions: ["webhooks:read"] };
  for (const ask of [
    (actor: Actor) => listen(actor, id),
    (actor: Actor) => signedRequestOf(actor, delivery?.id ?? ""),
  ]) {
    await expect(ask(reader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ask(stranger)).rejects.toMatchObject({ code: "not_found" });
    await ask(owner);
  }
  await deleteWebhook(owner, id);
  await expect(listen(owner, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(signedRequestOf(owner, delivery?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
});
