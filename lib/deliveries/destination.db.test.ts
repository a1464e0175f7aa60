import { afterAll, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { ConfigError } from "../env";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { waitUntil } from "../testing/wait";
import { deleteWebhook, getWebhook, rotateSecret, updateWebhook } from "../webhooks/webhooks";
import { destinationLoader, refuseWrongKeys } from "./destination";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

it("disables a webhook whose secret has a flipped bit, until it is rotated and resumed", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner);
  const uuid = decodeId("webhook", id) ?? "";
  const { secret } = await prisma().webhook.findUniqueOrThrow({ where: { id: uuid } });
  await refuseWrongKeys();
  const flipped = secret.slice(0, -1) + (secret.endsWith("A") ? "B" : "A");
  await prisma().webhook.update({ where: { id: uuid }, data: { secret: flipped } });
  await expect(refuseWrongKeys()).rejects.toThrow(ConfigError);

  const load = destinationLoader();
  expect(await load([uuid])).toEqual([undefined]);
  expect(await getWebhook(owner, id)).toMatchObject({ status: "disabled", disabledReason: "secret_unreadable" });
  const rotated = await rotateSecret(owner, id, {});
  await updateWebhook(owner, id, { status: "active" });
  expect(await load([uuid])).toMatchObject([{ active: true, keys: { secret: rotated.secret } }]);
});

it("is remembered while nothing changes, and read again after every change", async () => {
  const owner = await makeOwner();
  const webhooks = [await makeWebhook(owner), await makeWebhook(owner)];
  const uuids = webhooks.map(({ id }) => decodeId("webhook", id) ?? "");
  const load = destinationLoader();
  const [first, second] = await load(uuids);
  await updateWebhook(owner, webhooks[0]?.id ?? "", { url: "http://127.0.0.1:4998/elsewhere" });
  const [changed, same] = await load(uuids);
  expect([first?.url, changed?.url]).toEqual(["http://127.0.0.1:4999/hook", "http://127.0.0.1:4998/elsewhere"]);
  expect(same).toBe(second);
  await deleteWebhook(owner, webhooks[0]?.id ?? "");
  expect(await load(uuids)).toEqual([undefined, second]);
});

it("of a webhook that is resumed, the rate begins at ten a second and is let go by itself", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused", ratePerSecond: 15 });
  const uuid = decodeId("webhook", id) ?? "";
  const load = destinationLoader();
  expect(await load([uuid])).toMatchObject([{ active: false, ratePerSecond: 15 }]);
  await updateWebhook(owner, id, { status: "active" });
  expect(await load([uuid])).toMatchObject([{ active: true, ratePerSecond: 10 }]);
  // As if it had been resumed four and a half seconds ago.
  const { resumedAt } = await prisma().webhook.findUniqueOrThrow({ where: { id: uuid } });
  const earlier = new Date((resumedAt?.getTime() ?? 0) - 4_500);
  await prisma().webhook.update({ where: { id: uuid }, data: { resumedAt: earlier } });
  expect(await load([uuid])).toMatchObject([{ ratePerSecond: 10 }]);
  const isFull = async () => (await load([uuid]))[0]?.ratePerSecond === 15;
  await waitUntil("its own rate is back", isFull, 5_000);
  // What changes nothing begins nothing.
  await updateWebhook(owner, id, { status: "active" });
  expect(await load([uuid])).toMatchObject([{ ratePerSecond: 15 }]);
});

it("loses the old secret when the grace period is over", async () => {
  const owner = await makeOwner();
  const { id, secret } = await makeWebhook(owner);
  const uuid = decodeId("webhook", id) ?? "";
  const load = destinationLoader();
  await rotateSecret(owner, id, { graceSeconds: 1 });
  expect((await load([uuid]))[0]?.keys.previousSecret).toBe(secret);
  const isOver = async () => (await load([uuid]))[0]?.keys.previousSecret === undefined;
  await waitUntil("the grace period ends", isOver, 5_000);
});
