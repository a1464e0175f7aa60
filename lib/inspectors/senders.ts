/** Which webhooks send to an inspector: told by their URLs. */
import type { Actor } from "../accounts/actor";
import { prisma } from "../db";
import { appUrl } from "../env";
import type { Webhook as WebhookRow } from "../../prisma/client/client";

export interface Sender {
  token: string;
  webhook: WebhookRow;
}

const base = () => `${appUrl()}/inspect/`;

export const addressOf = (token: string) => `${base()}${token}`;

/** Oldest first. An account's webhooks are few enough to look through their URLs. */
export async function sendersOf({ accountId }: Actor, inspectors: readonly { token: string }[]): Promise<Sender[]> {
  if (inspectors.length === 0) return [];
  const only = inspectors.length === 1 ? inspectors[0]?.token : undefined;
  const rows = await prisma().webhook.findMany({
    where: { accountId, deletedAt: null, url: { startsWith: only === undefined ? base() : addressOf(only) } },
    orderBy: { id: "asc" },
  });
  return rows.flatMap((webhook) => {
    const [token = ""] = webhook.url.slice(base().length).split(/[/?#]/, 1);
    return token ? [{ token, webhook }] : [];
  });
}
