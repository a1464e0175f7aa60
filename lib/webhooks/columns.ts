/** What a client asks of a webhook, as its row keeps it: the URL normalised, policies in columns, values sealed. */
import { z } from "zod";
import type { HeaderPairs } from "../core/attempt";
import { checkDestination } from "../core/address";
import { isAuthorization, isOtherServer, MASK } from "../core/authorization";
import { conflictsOf } from "../core/conflicts";
import { invalid, type FieldErrors } from "../core/errors";
import { filterPath } from "../core/filter-path";
import { FORMAT_NAMES } from "../core/formats";
import { createWebhookSchema, updateWebhookSchema, type UpdateWebhook } from "../core/webhook";
import { env } from "../env";
import { Prisma, type Webhook as WebhookRow } from "../../prisma/client/client";
import { sealAuthorization } from "./secrets";
import { alsoSignOf, headersOf } from "./view";

/**
 * Gives the normalised URL, which is the one that is stored and called; what is wrong with it is told together with what is
 * wrong elsewhere.
 */
const destinationSchema = createWebhookSchema.shape.url.transform((url, context) => {
  const check = checkDestination(url, env().DESTINATIONS);
  if (check.ok) return check.url.href;
  context.addIssue({ code: "custom", message: check.message });
  return z.NEVER;
});
export const createSchema = createWebhookSchema.extend({ url: destinationSchema });
export const updateSchema = updateWebhookSchema.safeExtend({ url: destinationSchema.optional() });

const LONGEST_MIGRATION_MS = 366 * 86_400_000;

/**
 * @param changes as one of the schemas above gave them; what is absent stays as it is
 * @param row what headers are kept of: those whose value is masked
 * @throws AppError validation_failed
 */
export function policyColumns(
  { url, retry, authorization, headers, alsoSign, orderBy, filter, autoDisable }: UpdateWebhook,
  row: Pick<WebhookRow, "id" | "headers">,
) {
  return {
    ...(url === undefined ? {} : { url }),
    ...(retry === undefined ? {} : retryColumns(retry)),
    ...(authorization === undefined
      ? {}
      : { authorizationValue: authorization && sealAuthorization(authorization, row.id) }),
    ...(headers === undefined ? {} : { headers: sealedHeaders(headers, row) }),
    ...(alsoSign === undefined ? {} : alsoSignColumns(alsoSign)),
    ...(orderBy === undefined ? {} : { orderBy, ...(orderBy === null ? {} : { wasOrdered: true }) }),
    ...(filter === undefined ? {} : filterColumns(filter)),
    ...(autoDisable === undefined ? {} : { autoDisable: autoDisable ?? Prisma.DbNull }),
  };
}

/**
 * @param changes with the URL as it is to be stored
 * @throws AppError validation_failed where a stored value would go to a server that it wasn't given for
 */
export function refuseCarriedValues(
  { url, authorization, headers }: Pick<UpdateWebhook, "url" | "authorization" | "headers">,
  row: Pick<WebhookRow, "url" | "authorizationValue" | "headers">,
): void {
  if (url === undefined || !isOtherServer(url, row.url)) return;
  const again = "The URL leads to another server: give this value again, or remove it.";
  const fields: FieldErrors = {};
  if (row.authorizationValue !== null && authorization === undefined) fields["authorization"] = again;
  const stored = headersOf(row).find(([name]) => isAuthorization(name));
  const given = headers
    ? Object.entries(headers).find(([name, value]) => isAuthorization(name) && value === MASK)
    : stored;
  if (stored && given) fields[`headers.${given[0]}`] = again;
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/**
 * Looks at a row as it is after a change, so that two changes at once can't add up to what neither may do.
 * @throws AppError validation_failed
 */
export function refuseConflicts(row: WebhookRow): void {
  const format = FORMAT_NAMES.find((name) => name === row.format);
  if (!format) return;
  const fields = conflictsOf({
    format,
    alsoSign: alsoSignOf(row)?.format,
    hasAuthorization: row.authorizationValue !== null,
    headerNames: headersOf(row).map(([name]) => name),
  });
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** The filter as it was given, and as Postgres asks it. */
function filterColumns(filter: NonNullable<UpdateWebhook["filter"]> | null) {
  if (!filter) return { filter: Prisma.DbNull, filterPath: null };
  return { filter: filter as Prisma.InputJsonObject, filterPath: filterPath(filter) };
}

function retryColumns(retry: NonNullable<UpdateWebhook["retry"]>) {
  return "preset" in retry
    ? { retryPreset: retry.preset, retryDelaysSeconds: [] }
    : { retryPreset: null, retryDelaysSeconds: retry.delaysSeconds };
}

function sealedHeaders(headers: Record<string, string>, row: Pick<WebhookRow, "id" | "headers">): HeaderPairs {
  const kept = headersOf(row).find(([name]) => isAuthorization(name))?.[1];
  return Object.entries(headers).map(([name, value]) => {
    if (!isAuthorization(name)) return [name, value];
    if (value !== MASK) return [name, sealAuthorization(value, row.id)];
    if (kept === undefined) throw invalid({ [`headers.${name}`]: `Give ${name} a value.` });
    return [name, kept];
  });
}

function alsoSignColumns(alsoSign: NonNullable<UpdateWebhook["alsoSign"]> | null) {
  if (!alsoSign) return { alsoSignFormat: null, alsoSignUntil: null };
  const until = new Date(alsoSign.until);
  const ms = until.getTime() - Date.now();
  if (ms <= 0) throw invalid({ "alsoSign.until": "Give an instant in the future." });
  if (ms > LONGEST_MIGRATION_MS) throw invalid({ "alsoSign.until": "Give an instant within a year." });
  return { alsoSignFormat: alsoSign.format, alsoSignUntil: until };
}
