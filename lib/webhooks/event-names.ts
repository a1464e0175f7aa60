/** Which event types an account can subscribe to and publish: the built-in ones and its own. */
import { BUILT_IN_NAMES, builtInType } from "../core/catalogue";
import type { CatalogueType } from "../core/catalogue/define";
import { invalid, type FieldErrors } from "../core/errors";
import type { Json } from "../core/json";
import { isSubscribed, unknownType } from "../core/subscription";
import type { Transaction } from "../db";

type Reader = Pick<Transaction, "eventType">;

/** @throws AppError validation_failed for patterns that match no type of this account: `events.2` */
export async function refuseUnknownPatterns(
  tx: Reader,
  accountId: string,
  patterns: readonly string[],
  field = "events",
): Promise<void> {
  const unknown = (names: readonly string[]) =>
    [...patterns.entries()].filter(
      ([, pattern]) => pattern !== "*" && !names.some((name) => isSubscribed([pattern], name)),
    );
  if (unknown(BUILT_IN_NAMES).length === 0) return;
  const own = await tx.eventType.findMany({ where: { accountId }, select: { name: true } });
  const fields: FieldErrors = {};
  for (const [index, pattern] of unknown([...BUILT_IN_NAMES, ...own.map(({ name }) => name)])) {
    fields[`${field}.${index}`] = unknownType(pattern);
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** The sample of a type that this account knows; undefined where there is no such type. */
export async function sampleOf(
  tx: Reader,
  accountId: string,
  name: string,
): Promise<CatalogueType["sample"] | undefined> {
  const builtIn = builtInType(name);
  if (builtIn) return builtIn.sample;
  const own = await tx.eventType.findUnique({ where: { accountId_name: { accountId, name } } });
  return own ? (own.sample as Record<string, Json>) : undefined;
}
