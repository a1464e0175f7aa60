import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { API_KEY } from "./owner";
import { createPublisher, PublishError } from "../lib/client/publisher";
import { verify } from "../lib/client/verify";
import { FORMAT_NAMES } from "../lib/core/formats";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";

const AUTHORIZATION = "Bearer chosen-value";

let receiver: Receiver;
test.beforeEach(async () => {
  await deleteAllWebhooks();
  receiver = await startReceiver();
});
test.afterEach(() => receiver.close());

const publisher = () => createPublisher({ url: process.env["E2E_URL"] ?? "", apiKey: API_KEY });

for (const format of FORMAT_NAMES) {
  test(`what the publisher's client publishes arrives as ${format}, and is genuine to the verifier, also in a rotation`, async () => {
    const { id, secret } = await createWebhook(receiver.url, ["lead.captured"], {
      format,
      ...(format === "sidecar" ? { authorization: AUTHORIZATION } : {}),
    });
    const data = { name: "Zoë 🚀", score: 1.5 };
    const event = await publisher().publish({ type: "lead.captured", data, timestamp: new Date(1_800_000_000_123) });
    expect(event.deliveries).toBe(1);
    await expect.poll(() => receiver.received.length).toBe(1);
    const check = (index: number, secrets: string | string[], change = (body: string) => body) => {
      const { body = "", headers = {} } = receiver.received[index] ?? {};
      return verify(change(body), headers, { format, secret: secrets, authorization: AUTHORIZATION });
    };
    expect(check(0, secret)).toEqual({
      ok: true,
      eventId: event.id,
      type: "lead.captured",
      timestamp: format === "sidecar" ? null : event.timestamp,
      data,
    });
    if (format === "sidecar") return;
    expect(check(0, secret, (body) => body.replace("1.5", "1.6")).ok).toBe(false);
    const rotated = await api("POST", `/webhooks/${id}/rotate-secret`, { graceSeconds: 60 });
    const newest = () => receiver.received.length - 1;
    // What a worker knows of a webhook may be half a second old.
    await expect(async () => {
      await publisher().publish({ type: "lead.captured", data });
      expect(check(newest(), rotated.body.secret as string).ok).toBe(true);
    }).toPass();
    expect(check(newest(), secret).ok).toBe(true);
    expect(check(newest(), [secret, rotated.body.secret as string]).ok).toBe(true);
    expect(check(0, rotated.body.secret as string).ok).toBe(false);
  });
}

test("the publisher's client: a batch, the same key twice, and what is refused", async () => {
  const lead = { type: "lead.captured", data: { name: "Ada" } };
  const key = { idempotencyKey: `batch-${Date.now()}` };
  const first = await publisher().publishBatch([lead, lead], key);
  expect(first).toHaveLength(2);
  expect(await publisher().publishBatch([lead, lead], key)).toEqual(first);
  const error = await publisher()
    .publishBatch([lead, { type: "no.such.type", data: {} }])
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PublishError);
  expect(error).toMatchObject({ status: 422, fields: { "events.1.type": expect.any(String) } });
  const reused = await publisher()
    .publishBatch([lead], key)
    .catch((thrown: unknown) => thrown);
  expect(reused).toMatchObject({ status: 409, code: "conflict" });
});
