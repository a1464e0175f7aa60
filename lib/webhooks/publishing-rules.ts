/**
 * What an account wants of what is published: only types that exist, and data as their schemas say. Where it asks for
 * nothing, which is the default, and the type is a built-in one, this is one look into a map.
 */
import { builtInType, isBuiltIn } from "../core/catalogue";
import type { JsonSchema } from "../core/catalogue/define";
import { invalid, type FieldErrors } from "../core/errors";
import { VALIDATIONS, type Validation } from "../core/event-type";
import type { PublishEvent } from "../core/event";
import { findProblems } from "../core/json-schema";
import { unknownType } from "../core/subscription";
import type { RunSql, Warnings } from "./insert-events";

interface Rules {
  validation: Validation;
  /** Name → which version of it. */
  ownTypes: ReadonlyMap<string, string>;
  /** That may get an event. */
  webhooks: number;
  /** One of them has a filter. */
  isFiltered: boolean;
}

interface RulesRow {
  payload_validation: string;
  own_types: Record<string, string>;
  webhooks: number;
  filters: number;
}

const RULES = `
SELECT payload_validation,
  (SELECT coalesce(json_object_agg(name, updated_at), '{}') FROM event_types WHERE account_id = accounts.id) AS own_types,
  live.webhooks, live.filters
FROM accounts, LATERAL (
  SELECT count(*)::int AS webhooks, count(filter_path)::int AS filters
  FROM webhooks WHERE account_id = accounts.id AND deleted_at IS NULL
) AS live
WHERE accounts.id = $1::uuid`;

const SCHEMAS = `
SELECT name, schema FROM event_types WHERE account_id = $1::uuid AND name = ANY ($2::text[])`;

const REMEMBER_MS = 1_000;
const MAX_REMEMBERED = 1_000;

interface Remembered {
  rules: Promise<Rules>;
  loaded: Rules | undefined;
  until: number;
}

/** Next.js has modules of its own beside the server's: both remember in one place. */
const shared = globalThis as {
  publishingRules?: Map<string, Remembered>;
  ownSchemas?: Map<string, JsonSchema | null>;
};
const remembered = (shared.publishingRules ??= new Map());
const schemas = (shared.ownSchemas ??= new Map());

/** Others see a change within a second, this process at once. */
export const forgetPublishingRules = (accountId: string) => remembered.delete(accountId);

/** @returns what is remembered and not older than a second, so that publishing needn't wait */
function fresh(accountId: string): Rules | undefined {
  const known = remembered.get(accountId);
  return known && known.until > Date.now() ? known.loaded : undefined;
}

async function load(run: RunSql, accountId: string): Promise<Rules> {
  const [row] = await run<RulesRow>("publishing-rules", RULES, [accountId]);
  const validation = VALIDATIONS.find((name) => name === row?.payload_validation) ?? "off";
  const { own_types = {}, webhooks = 0, filters = 0 } = row ?? {};
  return { validation, ownTypes: new Map(Object.entries(own_types)), webhooks, isFiltered: filters > 0 };
}

/** Whoever comes while it is being loaded waits for the same. */
function loadOnce(run: RunSql, accountId: string): Promise<Rules> {
  const now = Date.now();
  const known = remembered.get(accountId);
  if (known && known.until > now) return known.rules;
  const entry: Remembered = { rules: load(run, accountId), loaded: undefined, until: now + REMEMBER_MS };
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(accountId, entry);
  entry.rules.then(
    (rules) => (entry.loaded = rules),
    () => remembered.delete(accountId),
  );
  return entry.rules;
}

/** Beyond so many deliveries one publish is much work; so is asking filters. */
const MANY_DELIVERIES = 5_000;

/** Whether these events may be much work for the database, as far as is remembered of the account. */
export async function isHeavy(run: RunSql, accountId: string, events: number): Promise<boolean> {
  const { isFiltered, webhooks } = fresh(accountId) ?? (await loadOnce(run, accountId));
  return isFiltered || events * webhooks > MANY_DELIVERIES;
}

export interface ToCheck {
  accountId: string;
  events: readonly PublishEvent[];
  /** Names a field of an event in an error: `type`, or `events.3.type`. */
  pathOf: (index: number, field: string) => string;
}

/**
 * @returns the warnings of events that are accepted though their data is not as it should be
 * @throws AppError validation_failed for unknown types, and for such data where the account rejects it
 */
export async function checkPublish(run: RunSql, toCheck: ToCheck): Promise<ReadonlyMap<PublishEvent, Warnings>> {
  const { accountId, events } = toCheck;
  let rules = fresh(accountId) ?? (await loadOnce(run, accountId));
  if (events.some((event) => isUnknown(event, rules))) {
    // It may have been created since.
    forgetPublishingRules(accountId);
    rules = await loadOnce(run, accountId);
  }
  return check(run, toCheck, rules);
}

/** The same within a transaction of the caller's: it sees what that has written, and remembers nothing of it. */
export async function checkPublishWithin(run: RunSql, toCheck: ToCheck) {
  return check(run, toCheck, await load(run, toCheck.accountId));
}

function check(run: RunSql, toCheck: ToCheck, rules: Rules) {
  const { events, pathOf } = toCheck;
  if (events.some((event) => isUnknown(event, rules))) {
    const unknown = [...events.entries()].filter(([, event]) => isUnknown(event, rules));
    throw invalid(Object.fromEntries(unknown.map(([at, { type }]) => [pathOf(at, "type"), unknownType(type)])));
  }
  return rules.validation === "off" ? NO_WARNINGS : checkData(run, toCheck, rules);
}

const isUnknown = ({ type }: PublishEvent, { ownTypes }: Rules) => !isBuiltIn(type) && !ownTypes.has(type);

const NO_WARNINGS: ReadonlyMap<PublishEvent, Warnings> = new Map();

/** Of one event. */
const MAX_PROBLEMS = 20;

async function checkData(run: RunSql, { accountId, events, pathOf }: ToCheck, rules: Rules) {
  const own = await ownSchemas(run, accountId, events, rules);
  const warnings = new Map<PublishEvent, Warnings>();
  const fields: FieldErrors = {};
  for (const [index, event] of events.entries()) {
    const schema = builtInType(event.type)?.schema ?? own.get(event.type);
    const problems = schema ? findProblems(schema, event.data, MAX_PROBLEMS) : [];
    if (problems.length === 0) continue;
    warnings.set(event, problems);
    for (const { path, message } of problems) fields[pathOf(index, path)] = message;
  }
  if (rules.validation === "reject" && warnings.size > 0) throw invalid(fields);
  return warnings;
}

const MAX_SCHEMAS = 500;

/** The schemas of an account's own types among these events, each read from the database once a version. */
async function ownSchemas(run: RunSql, accountId: string, events: readonly PublishEvent[], { ownTypes }: Rules) {
  const names = [...new Set(events.map(({ type }) => type))].filter((name) => ownTypes.has(name));
  const keyOf = (name: string) => `${accountId} ${name} ${ownTypes.get(name)}`;
  const missing = names.filter((name) => !schemas.has(keyOf(name)));
  const found = new Map(names.map((name) => [name, schemas.get(keyOf(name)) ?? null]));
  if (missing.length === 0) return found;
  const rows = await run<{ name: string; schema: JsonSchema | null }>("own-schemas", SCHEMAS, [accountId, missing]);
  for (const { name, schema } of rows) {
    if (schemas.size >= MAX_SCHEMAS) schemas.clear();
    schemas.set(keyOf(name), schema);
    found.set(name, schema);
  }
  return found;
}
