/** What the worker needs to know of a webhook to deliver to it. */
import type { HeaderPairs } from "../core/attempt";
import { isAuthorization } from "../core/authorization";
import { FORMAT_NAMES, type FormatName } from "../core/formats";
import type { SigningKeys } from "../core/formats/format";
import { encodeId } from "../core/ids";
import { rampOf } from "../core/ramp";
import { delaysOf } from "../core/retry";
import { hotPool, prisma } from "../db";
import { ConfigError } from "../env";
import { log } from "../log";
import { pgArray } from "../pg-arrays";
import { SealBroken, unseal } from "../vault";
import { unsealAuthorization } from "../webhooks/secrets";
import { alsoSignOf, headersOf, retryPolicyOf } from "../webhooks/view";
import type { Webhook } from "../../prisma/client/client";

export interface Destination {
  /** `acc_…` and `wh_…`, as formats give them. */
  accountId: string;
  webhookId: string;
  url: string;
  /** False also while what it held is being discarded: then only tests go out. */
  active: boolean;
  /** uuid: while it is disabled, the one delivery that is let out to see whether its receiver works again. */
  probeId: string | null;
  format: FormatName;
  /** Only while migration mode lasts. */
  alsoSign?: FormatName | undefined;
  keys: SigningKeys;
  /** Sent after the format's own. */
  headers: HeaderPairs;
  delaysSeconds: readonly number[];
  timeoutMs: number;
  concurrency: number;
  /** Its own, or less for a while after it was resumed. */
  ratePerSecond: number | null;
  /** Some of its deliveries may have to wait for others. */
  isOrdered: boolean;
}

interface Known {
  version: string;
  destination: Destination;
  /** Unix milliseconds. */
  untilMs: number;
}

const MAX_KNOWN = 10_000;
const VERSIONS =
  "SELECT id, xmin::text AS version FROM webhooks WHERE id = ANY ($1) AND (deleted_at IS NULL OR is_draft)";

/**
 * Loads destinations, many at once, and remembers them: what has not changed since is neither read nor unsealed again.
 * @returns a function from uuids to destinations; undefined for one that was deleted, or whose secret does not open:
 *   such a webhook is disabled, as nothing is ever sent unsigned, and its owner sees why
 */
export function destinationLoader(): (webhookIds: readonly string[]) => Promise<(Destination | undefined)[]> {
  const known = new Map<string, Known>();

  return async (webhookIds) => {
    const query = { name: "versions", text: VERSIONS, values: [pgArray("uuid", webhookIds)] };
    const { rows } = await hotPool().query<{ id: string; version: string }>(query);
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const now = Date.now();
    const changed = webhookIds.filter((id) => {
      const its = known.get(id);
      return versions.has(id) && (its === undefined || its.version !== versions.get(id) || its.untilMs <= now);
    });
    if (known.size + changed.length > MAX_KNOWN) known.clear();
    const webhooks = changed.length > 0 ? await prisma().webhook.findMany({ where: { id: { in: changed } } }) : [];
    for (const id of changed) known.delete(id);
    // The version was read before the row: were the row newer, it is only read once more.
    for (const row of webhooks) {
      const destination = await open(row);
      if (destination) known.set(row.id, { version: versions.get(row.id) ?? "", destination, untilMs: changesAt(row) });
    }
    return webhookIds.map((id) => (versions.has(id) ? known.get(id)?.destination : undefined));
  };
}

/** When a grace period or migration mode ends, or its rate rises: the destination is another one then. */
function changesAt({ previousSecretUntil, alsoSignUntil, resumedAt, ratePerSecond }: Webhook): number {
  const ends = [previousSecretUntil, alsoSignUntil].map((until) => until?.getTime() ?? 0);
  const ramp = rampOf(resumedAt, ratePerSecond, new Date());
  return Math.min(...ends.filter((at) => at > Date.now()), ramp.changesAt);
}

async function open(row: Webhook): Promise<Destination | undefined> {
  try {
    return destinationOf(row);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    log.error({ err: error, webhookId: row.id }, "a webhook's secret does not open; it is disabled");
    const data = { status: "disabled", disabledReason: "secret_unreadable", disabledAt: new Date() };
    await prisma().webhook.updateMany({ where: { id: row.id, status: "active" }, data });
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

/** @throws SealBroken */
export function destinationOf(row: Webhook): Destination {
  const format = FORMAT_NAMES.find((name) => name === row.format);
  if (!format) throw new Error(`webhook ${row.id} has the unknown format ${row.format}`);
  const inGrace = row.previousSecret && row.previousSecretUntil && row.previousSecretUntil > new Date();
  const { authorizationValue } = row;
  return {
    accountId: encodeId("account", row.accountId),
    webhookId: encodeId("webhook", row.id),
    url: row.url,
    active: row.status === "active" && row.discardBefore === null,
    probeId: row.status === "disabled" ? row.probeDeliveryId : null,
    format,
    alsoSign: alsoSignOf(row)?.format,
    keys: {
      secret: unseal(row.secret, row.id),
      ...(inGrace && row.previousSecret ? { previousSecret: unseal(row.previousSecret, row.id) } : {}),
      ...(authorizationValue ? { authorization: unsealAuthorization(authorizationValue, row.id) } : {}),
    },
    headers: headersOf(row).map(([name, value]) => [
      name,
      isAuthorization(name) ? unsealAuthorization(value, row.id) : value,
    ]),
    delaysSeconds: delaysOf(retryPolicyOf(row)),
    timeoutMs: row.timeoutMs,
    concurrency: row.concurrency,
    ratePerSecond: rampOf(row.resumedAt, row.ratePerSecond, new Date()).ratePerSecond,
    isOrdered: row.wasOrdered,
  };
}
