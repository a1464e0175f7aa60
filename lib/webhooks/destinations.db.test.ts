import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "../accounts/actor";
import { BLOCKED_MESSAGE } from "../core/address";
import vectors from "../core/testdata/destinations.json";
import { closeDb, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner } from "../testing/factories";
import { createWebhook, getWebhook, updateWebhook } from "./webhooks";

let owner: Actor;
let webhookId: string;
const GOOD = "https://example.com/hook";

beforeAll(async () => {
  // Read once, at the first use in this process.
  vi.stubEnv("DESTINATIONS", "public");
  owner = await makeOwner();
  webhookId = (await createWebhook(owner, { title: "Good", url: GOOD, events: ["*"] })).id;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await closeQueue();
  await closeDb();
});

/** That there is one at all is the schema's business. */
const cases = [...vectors.refuse, ...vectors.blocked]
  .filter((url) => url !== "")
  .map((url) => [JSON.stringify(url), url] as const);

describe("under `public`", () => {
  it.each(cases)("%s is refused at creation and at editing, and nothing is stored", async (_, url) => {
    const isBlocked = vectors.blocked.includes(url);
    const refusal = {
      issues: [{ path: ["url"], message: isBlocked ? BLOCKED_MESSAGE : expect.stringMatching(/\w{3}/) }],
    };
    const title = `Refused ${url.slice(0, 20)}`.replaceAll(/\p{Cc}/gu, "");
    await expect(createWebhook(owner, { title, url, events: ["*"] })).rejects.toMatchObject(refusal);
    await expect(updateWebhook(owner, webhookId, { url })).rejects.toMatchObject(refusal);
    expect(await prisma().webhook.count({ where: { accountId: owner.accountId } })).toBe(1);
    expect((await getWebhook(owner, webhookId)).url).toBe(GOOD);
  });

  it.each(vectors.allow)("%s is stored in its normal form", async (url) => {
    const other = await makeOwner();
    const { id } = await createWebhook(other, { title: "Allowed", url, events: ["*"] });
    const stored = (await getWebhook(other, id)).url;
    expect(stored).toBe(new URL(stored).href);
    expect(new URL(stored).hostname).not.toMatch(/\.$/);
  });
});
