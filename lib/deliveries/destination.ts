/** What the worker needs to know of a webhook to deliver to it. */
import { FORMAT_NAMES, type FormatName } from "../core/formats/names";
import type { SigningKeys } from "../core/formats/format";
import { delaysOf } from "../core/retry";
import { prisma } from "../db";
import { unseal } from "../vault";
import { retryPolicyOf } from "../webhooks/view";

export interface Destination {
  url: string;
  active: boolean;
  format: FormatName;
  keys: SigningKeys;
  delaysSeconds: readonly number[];
  timeoutMs: number;
  concurrency: number;
}

/**
 * @returns undefined for a webhook that was deleted
 * @throws where its secret does not open: nothing is ever sent unsigned
 */
export async function loadDestination(webhookId: string): Promise<Destination | undefined> {
  const row = await prisma().webhook.findFirst({ where: { id: webhookId, deletedAt: null } });
  if (!row) return undefined;
  const format = FORMAT_NAMES.find((name) => name === row.format);
  if (!format) throw new Error(`webhook ${webhookId} has the unknown format ${row.format}`);
  const inGrace = row.previousSecret && row.previousSecretUntil && row.previousSecretUntil > new Date();
  return {
    url: row.url,
    active: row.status === "active",
    format,
    keys: {
      secret: unseal(row.secret, row.id),
      ...(inGrace && row.previousSecret ? { previousSecret: unseal(row.previousSecret, row.id) } : {}),
    },
    delaysSeconds: delaysOf(retryPolicyOf(row)),
    timeoutMs: row.timeoutMs,
    concurrency: row.concurrency,
  };
}
