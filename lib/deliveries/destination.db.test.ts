import { afterAll, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { ConfigError } from "../env";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { getWebhook, rotateSecret, updateWebhook } from "../webhooks/webhooks";
import { loadDestination, refuseWrongKeys } from "./destination";

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

  expect(await loadDestination(uuid)).toBeUndefined();
  expect(await getWebhook(owner, id)).toMatchObject({ status: "disabled", disabledReason: "secret_unreadable" });
  const rotated = await rotateSecret(owner, id, {});
  await updateWebhook(owner, id, { status: "active" });
  expect(await loadDestination(uuid)).toMatchObject({ active: true, keys: { secret: rotated.secret } });
});
