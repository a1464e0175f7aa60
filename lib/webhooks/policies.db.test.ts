import { afterAll, describe, expect, it } from "vitest";
import type { AppError } from "../core/errors";
import { MASK } from "../core/authorization";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { destinationLoader } from "../deliveries/destination";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { getWebhook, updateWebhook } from "./webhooks";

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const DAY_MS = 86_400_000;

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const rowOf = (id: string) => prisma().webhook.findUniqueOrThrow({ where: { id: decodeId("webhook", id) ?? "" } });
const load = destinationLoader();
const destinationOf = async (id: string) => (await load([decodeId("webhook", id) ?? ""]))[0];
const fieldsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: AppError) => Object.keys(error.fields ?? {}),
  );

describe("an Authorization value", () => {
  it("is sealed, sent, replaceable, and in no answer", async () => {
    const owner = await makeOwner();
    const created = await makeWebhook(owner, { format: "sidecar", authorization: "Bearer first" });
    expect(created).toMatchObject({ format: "sidecar", hasAuthorization: true, retry: { preset: "sidecar" } });
    expect(JSON.stringify([created, await getWebhook(owner, created.id), await rowOf(created.id)])).not.toContain(
      "first",
    );
    expect(await destinationOf(created.id)).toMatchObject({ keys: { authorization: "Bearer first" } });
    await updateWebhook(owner, created.id, { authorization: "Bearer second" });
    expect(await destinationOf(created.id)).toMatchObject({ keys: { authorization: "Bearer second" } });
  });

  it("is needed as long as a format sends it", async () => {
    const owner = await makeOwner();
    expect(await fieldsOf(makeWebhook(owner, { format: "sidecar" }))).toEqual(["authorization"]);
    const { id } = await makeWebhook(owner, { format: "sidecar", authorization: "a" });
    expect(await fieldsOf(updateWebhook(owner, id, { authorization: null }))).toEqual(["authorization"]);
    expect(await getWebhook(owner, id)).toMatchObject({ hasAuthorization: true });
    await updateWebhook(owner, id, { format: "sydx", authorization: null });
    expect(await fieldsOf(updateWebhook(owner, id, { format: "sidecar" }))).toEqual(["authorization"]);
    expect(await getWebhook(owner, id)).toMatchObject({ format: "sydx", hasAuthorization: false });
  });

  it("is sent to the server it was given for: another one needs it again, or goes without", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner, { url: "http://127.0.0.1:4999/hook", authorization: "Bearer first" });
    for (const url of ["http://127.0.0.1:4998/hook", "https://127.0.0.1:4999/hook", "http://127.0.0.2:4999/hook"]) {
      expect(await fieldsOf(updateWebhook(owner, id, { url }))).toEqual(["authorization"]);
    }
    expect(await destinationOf(id)).toMatchObject({ url: "http://127.0.0.1:4999/hook" });
    await updateWebhook(owner, id, { url: "http://127.0.0.1:4999/elsewhere?a=b" });
    expect(await destinationOf(id)).toMatchObject({ keys: { authorization: "Bearer first" } });
    await updateWebhook(owner, id, { url: "http://127.0.0.1:4998/hook", authorization: "Bearer second" });
    expect(await destinationOf(id)).toMatchObject({ keys: { authorization: "Bearer second" } });
    const without = await updateWebhook(owner, id, { url: "http://127.0.0.1:4997/hook", authorization: null });
    expect(without).toMatchObject({ url: "http://127.0.0.1:4997/hook", hasAuthorization: false });
  });

  it("of another webhook's row opens nothing: the webhook is disabled", async () => {
    const owner = await makeOwner();
    const [one, other] = [await makeWebhook(owner), await makeWebhook(owner)];
    await updateWebhook(owner, one.id, { authorization: "Bearer one" });
    const { authorizationValue } = await rowOf(one.id);
    await prisma().webhook.update({ where: { id: (await rowOf(other.id)).id }, data: { authorizationValue } });
    expect(await destinationOf(other.id)).toBeUndefined();
    expect(await getWebhook(owner, other.id)).toMatchObject({ status: "disabled" });
  });
});

describe("extra headers", () => {
  it("keep their order, and an Authorization among them is sealed and masked", async () => {
    const owner = await makeOwner();
    const headers = { "X-Team": "crm", Authorization: "Bearer extra", "X-A": "1" };
    const created = await makeWebhook(owner, { headers });
    expect(created.headers).toEqual({ ...headers, Authorization: MASK });
    expect(JSON.stringify(await rowOf(created.id))).not.toContain("extra");
    expect(await destinationOf(created.id)).toMatchObject({ headers: Object.entries(headers) });

    await updateWebhook(owner, created.id, { headers: { authorization: MASK, "X-New": "2" } });
    const kept = [
      ["authorization", "Bearer extra"],
      ["X-New", "2"],
    ];
    expect(await destinationOf(created.id)).toMatchObject({ headers: kept });
    expect(await fieldsOf(updateWebhook(owner, created.id, { authorization: "b" }))).toEqual(["headers.authorization"]);
    expect(await updateWebhook(owner, created.id, { headers: {} })).toMatchObject({ headers: {} });
  });

  it("leave no Authorization value to another server, neither unnamed nor masked", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner, { headers: { Authorization: "Bearer extra", "X-Team": "crm" } });
    const url = "http://127.0.0.1:4998/hook";
    expect(await fieldsOf(updateWebhook(owner, id, { url }))).toEqual(["headers.Authorization"]);
    const masked = { authorization: MASK };
    expect(await fieldsOf(updateWebhook(owner, id, { url, headers: masked }))).toEqual(["headers.authorization"]);
    await updateWebhook(owner, id, { url, headers: { "X-Team": "crm" } });
    expect(await destinationOf(id)).toMatchObject({ url, headers: [["X-Team", "crm"]] });
  });

  it("keep no Authorization value for another server by two changes at once", async () => {
    const owner = await makeOwner();
    const url = "http://127.0.0.1:4998/hook";
    for (let round = 0; round < 10; round++) {
      const { id } = await makeWebhook(owner, { headers: { Authorization: "Bearer extra" } });
      const moved = updateWebhook(owner, id, { url, headers: { Authorization: "Bearer other" } });
      await Promise.all([moved, updateWebhook(owner, id, { headers: { Authorization: MASK } })]);
      expect(await destinationOf(id)).toMatchObject({ url, headers: [["Authorization", "Bearer other"]] });
    }
  });

  it("can't begin with the mask", async () => {
    const owner = await makeOwner();
    expect(await fieldsOf(makeWebhook(owner, { headers: { Authorization: MASK } }))).toEqual(["headers.Authorization"]);
  });
});

describe("migration mode", () => {
  it("sends both formats until its end, and ends by itself", async () => {
    const owner = await makeOwner();
    const until = inMs(DAY_MS);
    const { id } = await makeWebhook(owner, { alsoSign: { format: "standard", until } });
    expect(await getWebhook(owner, id)).toMatchObject({ alsoSign: { format: "standard", until } });
    expect(await destinationOf(id)).toMatchObject({ format: "sydx", alsoSign: "standard" });

    await prisma().webhook.update({ where: { id: (await rowOf(id)).id }, data: { alsoSignUntil: new Date() } });
    expect(await getWebhook(owner, id)).toMatchObject({ alsoSign: null });
    expect((await destinationOf(id))?.alsoSign).toBeUndefined();
    // What has ended is in nobody's way.
    expect(await updateWebhook(owner, id, { format: "standard" })).toMatchObject({ format: "standard" });
  });

  it("is refused for the same format, for the past and beyond a year; null ends it", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner);
    const setting = (format: string, until: string) => updateWebhook(owner, id, { alsoSign: { format, until } });
    expect(await fieldsOf(setting("sydx", inMs(DAY_MS)))).toEqual(["alsoSign"]);
    expect(await fieldsOf(setting("aisync", inMs(-1)))).toEqual(["alsoSign.until"]);
    expect(await fieldsOf(setting("aisync", inMs(367 * DAY_MS)))).toEqual(["alsoSign.until"]);
    expect(await fieldsOf(setting("sidecar", inMs(DAY_MS)))).toEqual(["authorization"]);
    await setting("aisync", inMs(365 * DAY_MS));
    expect(await updateWebhook(owner, id, { format: "aisync", alsoSign: null })).toMatchObject({ alsoSign: null });
  });

  it("is turned round when the webhook changes to the format sent beside its own", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner);
    const until = inMs(DAY_MS);
    await updateWebhook(owner, id, { alsoSign: { format: "standard", until } });
    const turned = { format: "standard", alsoSign: { format: "sydx", until } };
    expect(await updateWebhook(owner, id, { format: "standard" })).toMatchObject(turned);
    const again = { format: "sydx" as const, alsoSign: { format: "sydx" as const, until } };
    expect(await updateWebhook(owner, id, again)).toMatchObject({ format: "sydx", alsoSign: { format: "standard" } });
  });
});

it("a change of format leaves the schedule as it is", async () => {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner);
  const changed = await updateWebhook(owner, id, { format: "standard", ratePerSecond: 5, orderBy: "data.contact" });
  expect(changed).toMatchObject({ retry: { preset: "sydx" }, ratePerSecond: 5, orderBy: "data.contact" });
  const cleared = await updateWebhook(owner, id, { ratePerSecond: null, orderBy: null });
  expect(cleared).toMatchObject({ format: "standard", ratePerSecond: null, orderBy: null });
});
