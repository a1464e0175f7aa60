import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId } from "../core/ids";
import type { Inspector } from "../core/inspector";
import { closeDb, prisma } from "../db";
import { deleteOutdated } from "../deliveries/housekeeping";
import { makeOwner } from "../testing/factories";
import { capture, type Captured } from "./capture";
import { createInspector, deleteInspector, getInspector, listInspectors, updateInspector } from "./inspectors";
import { clearInspectedRequests, getInspectedRequest, listInspectedRequests } from "./requests";

afterAll(closeDb);

const tokenOf = ({ url }: Inspector) => new URL(url).pathname.slice("/inspect/".length);

function requestTo(inspector: Inspector, more: Partial<Captured> = {}): Captured {
  const body = Buffer.from("{}");
  return {
    token: tokenOf(inspector),
    method: "POST",
    path: "",
    headers: [["Content-Type", "application/json"]],
    body,
    bytes: body.length,
    isTruncated: false,
    remoteAddress: "127.0.0.1",
    ...more,
  };
}

const listOf = async (owner: Actor, { id }: Inspector) => (await listInspectedRequests(owner, id, { limit: 200 })).data;

describe("an inspector", () => {
  it("has an address that can't be guessed, and answers 200 unless told otherwise", async () => {
    const owner = await makeOwner();
    const [one, other] = [await createInspector(owner, {}), await createInspector(owner, { title: "Other" })];
    expect(tokenOf(one)).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(tokenOf(one)).not.toBe(tokenOf(other));
    expect(one.url).not.toContain(one.id);
    expect(await capture(requestTo(one))).toMatchObject({ status: 200, delayMs: 0, body: "" });
    expect((await listInspectors(owner)).map(({ title }) => title)).toEqual(["Other", "Inspector"]);
  });

  it("keeps a request as it came, but for the sender's credentials", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    const headers: [string, string][] = [
      ["X-Sydx-Signature", "abc"],
      ["authorization", "Bearer top-secret"],
      ["Cookie", "session=top-secret"],
    ];
    const body = Buffer.from('{"a":"ü"}');
    await capture(requestTo(inspector, { path: "/n8n?x=1", headers, body, bytes: body.length }));
    const [summary] = await listOf(owner, inspector);
    const kept = await getInspectedRequest(owner, inspector.id, summary?.id ?? "");
    expect(kept).toMatchObject({
      method: "POST",
      path: "/n8n?x=1",
      bytes: 10,
      body: '{"a":"ü"}',
      bodyEncoding: "utf8",
    });
    expect(kept.headers[0]).toEqual(["X-Sydx-Signature", "abc"]);
    expect(JSON.stringify(kept)).not.toContain("top-secret");
    expect(summary).not.toHaveProperty("body");
  });

  it("gives bytes that are no text as base64", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    await capture(requestTo(inspector, { body: Buffer.from([0, 255]), bytes: 2 }));
    const [summary] = await listOf(owner, inspector);
    const { body, bodyEncoding } = await getInspectedRequest(owner, inspector.id, summary?.id ?? "");
    expect([body, bodyEncoding]).toEqual(["AP8=", "base64"]);
  });

  it("fails as many of many requests at once as it was told to", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {
      answer: { status: 201, body: "ok", failNext: 3, failStatus: 503 },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => capture(requestTo(inspector))));
    expect(answers.filter((answer) => answer?.status === 503 && answer.body === "")).toHaveLength(3);
    expect(answers.filter((answer) => answer?.status === 201 && answer.body === "ok")).toHaveLength(7);
    expect(await getInspector(owner, inspector.id)).toMatchObject({ requestCount: 10, answer: { failNext: 0 } });
    const answered = (await listOf(owner, inspector)).map(({ answeredStatus }) => answeredStatus);
    expect(answered.filter((status) => status === 503)).toHaveLength(3);
  });

  it("keeps the latest 200, and says how many there ever were", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    for (let i = 0; i < 205; i++) await capture(requestTo(inspector, { path: `/${i}` }));
    const kept = await listOf(owner, inspector);
    expect(kept).toHaveLength(200);
    expect(kept[0]?.path).toBe("/204");
    expect(kept.at(-1)?.path).toBe("/5");
    expect((await getInspector(owner, inspector.id)).requestCount).toBe(205);
    const first = await listInspectedRequests(owner, inspector.id, { limit: 3 });
    const second = await listInspectedRequests(owner, inspector.id, { limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map(({ path }) => path)).toEqual(kept.slice(0, 6).map(({ path }) => path));
  });

  it("forgets after a day: at once for who reads, and for good with the next cleaning", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    await capture(requestTo(inspector));
    const inspectorId = decodeId("inspector", inspector.id) ?? "";
    const [summary] = await listOf(owner, inspector);
    const receivedAt = new Date(Date.now() - 25 * 3_600_000);
    await prisma().inspectedRequest.updateMany({ where: { inspectorId }, data: { receivedAt } });
    expect(await listOf(owner, inspector)).toEqual([]);
    await expect(getInspectedRequest(owner, inspector.id, summary?.id ?? "")).rejects.toThrow("nothing here");
    await deleteOutdated();
    expect(await prisma().inspectedRequest.count({ where: { inspectorId } })).toBe(0);
  });

  it("changes only what is named", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, { title: "A", answer: { status: 500, body: "no" } });
    const changed = await updateInspector(owner, inspector.id, { answer: { delayMs: 5 } });
    expect(changed).toMatchObject({ title: "A", answer: { status: 500, body: "no", delayMs: 5 } });
    expect(await updateInspector(owner, inspector.id, {})).toEqual(changed);
  });

  it.each([
    { what: "an informational status", input: { answer: { status: 101 } }, field: "answer.status" },
    { what: "too long a wait", input: { answer: { delayMs: 60_001 } }, field: "answer.delayMs" },
    {
      what: "a header in the content type",
      input: { answer: { contentType: "a\r\nb: c" } },
      field: "answer.contentType",
    },
    { what: "an unknown field", input: { answer: { code: 200 } }, field: "answer" },
    { what: "no title", input: { title: " " }, field: "title" },
  ])("is not made with $what", async ({ input, field }) => {
    const owner = await makeOwner();
    const error: unknown = await createInspector(owner, input).catch((reason: unknown) => reason);
    expect(
      JSON.stringify((error as { issues: { path: string[] }[] }).issues.map(({ path }) => path.join("."))),
    ).toContain(field);
    expect(await listInspectors(owner)).toEqual([]);
  });

  it("is one of twenty at most", async () => {
    const owner = await makeOwner();
    for (let i = 0; i < 20; i++) await createInspector(owner, {});
    await expect(createInspector(owner, {})).rejects.toThrow("at most 20");
  });

  it("is gone with all it received once it is deleted, or empty once it is cleared", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    await capture(requestTo(inspector));
    await clearInspectedRequests(owner, inspector.id);
    expect(await listOf(owner, inspector)).toEqual([]);
    const cleared = { accountId: owner.accountId, action: "inspector.cleared", target: inspector.id };
    expect(await prisma().auditEntry.count({ where: cleared })).toBe(1);
    await capture(requestTo(inspector));
    await deleteInspector(owner, inspector.id);
    expect(await capture(requestTo(inspector))).toBeUndefined();
    await expect(getInspector(owner, inspector.id)).rejects.toThrow("nothing here");
  });
});
