import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import type { HeaderPairs } from "../core/attempt";
import { FORMAT_NAMES } from "../core/formats";
import { hmac } from "../core/formats/hmac";
import { decodeId } from "../core/ids";
import type { Inspector } from "../core/inspector";
import { closeDb, prisma } from "../db";
import { listDeliveries } from "../deliveries/deliveries";
import { signedRequestOf } from "../deliveries/listening";
import { closeQueue } from "../queue";
import { makeOwner } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { createWebhook, deleteWebhook, rotateSecret } from "../webhooks/webhooks";
import { capture } from "./capture";
import { createInspector, getInspector, inspectorAt, listInspectors } from "./inspectors";
import { checkInspectedRequest, getInspectedRequest, listInspectedRequests } from "./requests";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const tokenOf = ({ url }: Inspector) => new URL(url).pathname.slice("/inspect/".length);

/** @returns it as its account reads it */
async function receive(owner: Actor, inspector: Inspector, headers: HeaderPairs, text: string) {
  const body = Buffer.from(text);
  const more = { method: "POST", path: "", bytes: body.length, isTruncated: false, remoteAddress: "127.0.0.1" };
  await capture({ token: tokenOf(inspector), headers, body, ...more });
  const [newest] = (await listInspectedRequests(owner, inspector.id, { limit: 1 })).data;
  return getInspectedRequest(owner, inspector.id, newest?.id ?? "");
}

/** A webhook that sends to the inspector, and the request of its delivery as the worker would send it. */
async function deliverTo(owner: Actor, inspector: Inspector, format: (typeof FORMAT_NAMES)[number] = "sydx") {
  const authorization = format === "sidecar" ? { authorization: "Bearer top-secret" } : {};
  const input = { title: "CRM", url: `${inspector.url}/in`, events: ["contact.*"], format, ...authorization };
  const webhook = await createWebhook(owner, input);
  await acceptEvent(owner, { type: "contact.created", data: { name: "Ada" } });
  const [delivery] = (await listDeliveries(owner, { limit: 1, webhookId: [webhook.id] })).data;
  const { headers, body } = await signedRequestOf(owner, delivery?.id ?? "");
  return { webhook, delivery, headers, body };
}

describe("a request", () => {
  it.each(FORMAT_NAMES)(
    "that is a delivery in the format %s is known for it, and checked with its secret",
    async (format) => {
      const owner = await makeOwner();
      const inspector = await createInspector(owner, {});
      const { webhook, delivery, headers, body } = await deliverTo(owner, inspector, format);
      const request = await receive(owner, inspector, headers, body);
      expect(request).toMatchObject({
        deliveryId: delivery?.id,
        eventType: "contact.created",
        attempt: format === "standard" ? null : 1,
        signatures: [
          {
            format,
            verdict: format === "sidecar" ? "unsigned" : "verified",
            webhookId: webhook.id,
            webhookTitle: "CRM",
          },
        ],
      });
      expect(JSON.stringify(request)).not.toContain(webhook.secret.slice(6));
      expect((await getInspector(owner, inspector.id)).webhooks).toEqual([{ id: webhook.id, title: "CRM", format }]);
      expect((await listInspectors(owner))[0]?.webhooks).toHaveLength(1);
    },
  );

  it("that was signed before the secret was rotated is told from a forged one", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    const { webhook, headers, body } = await deliverTo(owner, inspector);
    const { id } = await receive(owner, inspector, headers, body);
    await rotateSecret(owner, webhook.id, {});
    const before = await getInspectedRequest(owner, inspector.id, id);
    expect(before.signatures).toMatchObject([{ verdict: "failed", cause: "rotated_since" }]);
    const forged = await receive(owner, inspector, headers, body.replace("Ada", "Eve"));
    expect(forged.signatures).toMatchObject([{ verdict: "failed", cause: null }]);
  });

  it("of one of several webhooks is checked with the secret of that one", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    await deliverTo(owner, inspector);
    const second = await deliverTo(owner, inspector);
    const unnamed = second.headers.filter(([name]) => name !== "X-Sydx-Delivery-Id");
    for (const headers of [second.headers, unnamed]) {
      const { signatures } = await receive(owner, inspector, headers, second.body);
      expect(signatures).toMatchObject([{ verdict: "verified", webhookId: second.webhook.id }]);
    }
  });

  it("of a webhook that was deleted since is checked with the secret it had", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    await deliverTo(owner, inspector);
    const { webhook, headers, body } = await deliverTo(owner, inspector);
    await deleteWebhook(owner, webhook.id);
    const { signatures } = await receive(owner, inspector, headers, body);
    expect(signatures).toMatchObject([{ verdict: "verified", webhookId: webhook.id }]);
  });

  it("that names another account's delivery is none of this one", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    const { headers, body } = await deliverTo(other, await createInspector(other, {}));
    const request = await receive(owner, await createInspector(owner, {}), headers, body);
    expect(request).toMatchObject({ deliveryId: null, signatures: [] });
  });

  it("is checked with a secret that is given, which is written nowhere", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    const timestamp = "2026-03-25T08:22:50.254Z";
    const body = JSON.stringify({ event: "a.b", timestamp });
    const signature = hmac(body, { text: "whsec_mine" }, "hex");
    const headers: HeaderPairs = [
      ["x-sydx-signature", signature],
      ["x-sydx-timestamp", timestamp],
    ];
    const { id } = await receive(owner, inspector, headers, body);
    const check = (secret: string) => checkInspectedRequest(owner, inspector.id, id, { secret, format: "sydx" });
    expect(await check("whsec_mine")).toMatchObject({ verdict: "verified", webhookId: null });
    expect(await check("whsec_other")).toMatchObject({ verdict: "failed" });
    await expect(check("")).rejects.toThrow();
    expect(
      await prisma().auditEntry.count({ where: { accountId: owner.accountId, action: { contains: "inspected" } } }),
    ).toBe(0);
  });
});

describe("whoever listens", () => {
  const wait = (
    owner: Actor,
    inspector: Inspector,
    unless: string,
    waitSeconds = 10,
    until = new AbortController().signal,
  ) => listInspectedRequests(owner, inspector.id, { limit: 10, unless, waitSeconds }, until);

  it("hears of the first and of the next request as soon as it is there, and of their being cleared", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    const first = wait(owner, inspector, "none");
    const { id } = await receive(owner, inspector, [], "{}");
    expect((await first).data.map((request) => request.id)).toEqual([id]);
    const second = wait(owner, inspector, id);
    const next = await receive(owner, inspector, [], "{}");
    expect((await second).data.map((request) => request.id)).toEqual([next.id, id]);
    const third = wait(owner, inspector, next.id);
    await prisma().inspectedRequest.deleteMany({ where: { inspectorId: decodeId("inspector", inspector.id) ?? "" } });
    expect((await third).data).toEqual([]);
  });

  it("gets what there is when the time is up, or the wait is ended", async () => {
    const owner = await makeOwner();
    const inspector = await createInspector(owner, {});
    expect((await wait(owner, inspector, "none", 1)).data).toEqual([]);
    const ended = new AbortController();
    const waiting = wait(owner, inspector, "none", 20, ended.signal);
    ended.abort();
    expect((await waiting).data).toEqual([]);
  });
});

it("the address is known to the account that has it, and to no other", async () => {
  const [owner, other] = [await makeOwner(), await makeOwner()];
  const inspector = await createInspector(owner, {});
  expect(await inspectorAt(owner, tokenOf(inspector))).toBe(inspector.id);
  expect(await inspectorAt(other, tokenOf(inspector))).toBeUndefined();
});

it("answers with headers where it was told to, and with none while it fails", async () => {
  const owner = await makeOwner();
  const answer = { status: 302, headers: { Location: "https://a.example/" }, failNext: 1 };
  const inspector = await createInspector(owner, { answer });
  const more = { method: "POST", path: "", headers: [], body: Buffer.from(""), bytes: 0, isTruncated: false };
  const sent = { token: tokenOf(inspector), remoteAddress: "127.0.0.1", ...more };
  expect(await capture(sent)).toMatchObject({ status: 500, headers: {} });
  expect(await capture(sent)).toMatchObject({ status: 302, headers: { Location: "https://a.example/" } });
  expect((await getInspector(owner, inspector.id)).lastRequestAt).not.toBeNull();
});
