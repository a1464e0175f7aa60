/** What the worker needs to know of a webhook to deliver to it. */
import { FORMAT_NAMES, type FormatName } from "../core/formats/names";
import type { SigningKeys } from "../core/formats/format";
import { delaysOf } from "../core/retry";
import { prisma } from "../db";
import { ConfigError } from "../env";
import { log } from "../log";
import { SealBroken, unseal } from "../vault";
import { retryPolicyOf } from "../webhooks/view";
import type { Webhook } from "../../prisma/client/client";

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
 * A webhook whose secret does not open is disabled: nothing is ever sent unsigned, and its owner sees why.
 * @returns undefined for one that was deleted, or disabled so
 */
export async function loadDestination(webhookId: string): Promise<Destination | undefined> {
  const row = await prisma().webhook.findFirst({ where: { id: webhookId, deletedAt: null } });
  if (!row) return undefined;
  try {
    return destinationOf(row);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    log.error({ err: error, webhookId }, "a webhook's secret does not open; it is disabled");
    const data = { status: "disabled", disabledReason: "secret_unreadable" };
    await prisma().webhook.updateMany({ where: { id: webhookId, status: "active" }, data });
    return undefined;
  }
}

/**
 * Looks at the newest webhook: where its secret does not open, the keys are the wrong ones for this database.
 * @throws ConfigError
 */
export async function refuseWrongKeys(): Promise<void> {
  const row = await prisma().webhook.findFirst({ where: { deletedAt: null }, orderBy: { id: "desc" } });
  try {
    if (row) unseal(row.secret, row.id);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new ConfigError("ENCRYPTION_KEYS: they don't open the secrets in this database; give back the key they had");
  }
}

function destinationOf(row: Webhook): Destination {
  const format = FORMAT_NAMES.find((name) => name === row.format);
  if (!format) throw new Error(`webhook ${row.id} has the unknown format ${row.format}`);
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
