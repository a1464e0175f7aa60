/** Accounts, webhooks and events for database tests: every test makes its own. */
import type { Actor } from "../accounts/actor";
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, type Role } from "../core/permissions";
import type { CreateWebhookInput, WebhookWithSecret } from "../core/webhook";
import { prisma } from "../db";
import { newId } from "../new-id";
import { createWebhook } from "../webhooks/webhooks";

export async function makeOwner(): Promise<Actor> {
  const accountId = newId();
  const userId = newId();
  await prisma().account.create({ data: { id: accountId, name: "Test" } });
  await prisma().user.create({ data: { id: userId, email: `${userId}@example.com`, passwordHash: "-" } });
  await prisma().member.create({ data: { accountId, userId, role: "owner" } });
  const label = `user:${encodeId("user", userId)}`;
  return { accountId, label, permissions: [...PERMISSIONS_OF.owner], address: "127.0.0.1" };
}

/** Another person of the owner's account. @returns their id, `usr_…` */
export async function makeMember({ accountId }: Actor, role: Role): Promise<string> {
  const userId = newId();
  await prisma().user.create({ data: { id: userId, email: `${userId}@example.com`, passwordHash: "-" } });
  await prisma().member.create({ data: { accountId, userId, role } });
  return encodeId("user", userId);
}

export function makeWebhook(owner: Actor, input: Partial<CreateWebhookInput> = {}): Promise<WebhookWithSecret> {
  return createWebhook(owner, { title: "Test", url: "http://127.0.0.1:4999/hook", events: ["*"], ...input });
}
