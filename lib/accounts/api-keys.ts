/** API keys: shown once, stored as a hash, revoked within a second. */
import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { API_KEY_PATTERN, createApiKeySchema, type ApiKey, type ApiKeyWithKey } from "../core/api-key";
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { SCOPES, type Scope } from "../core/permissions";
import { prisma } from "../db";
import { newId } from "../new-id";
import type { ApiKey as ApiKeyRow } from "../../prisma/client/client";
import { authorize, type Actor } from "./actor";
import { audit } from "./audit";

const PREFIX = "ow_";
const MAX_KEYS = 100;
const REMEMBER_MS = 1_000;
const TOUCH_EVERY_MS = 60_000;

export async function listApiKeys(actor: Actor): Promise<ApiKey[]> {
  authorize(actor, "keys:manage");
  const rows = await prisma().apiKey.findMany({
    where: { accountId: actor.accountId, revokedAt: null },
    orderBy: { id: "desc" },
    take: MAX_KEYS,
  });
  return rows.map(view);
}

/**
 * @param input as a client sent it; parsed here
 * @returns the key itself, the only time it can be seen
 */
export async function createApiKey(actor: Actor, input: unknown): Promise<ApiKeyWithKey> {
  authorize(actor, "keys:manage");
  const { name, scopes } = createApiKeySchema.parse(input);
  const body = randomBytes(32).toString("base64url");
  // The checksum lets a secret scanner tell a key of ours from noise.
  const key = `${PREFIX}${body}${crc32(body).toString(36).padStart(7, "0")}`;
  const row = await insert(actor, name, scopes, key);
  return { ...view(row), key };
}

/** Takes a key from outside; a key that exists stays as it is. */
export async function importApiKey(actor: Actor, input: { name: string; scopes: Scope[]; key: string }): Promise<void> {
  const existing = await prisma().apiKey.findUnique({ where: { hash: hashOf(input.key) } });
  if (!existing) await insert(actor, input.name, input.scopes, input.key);
}

async function insert(actor: Actor, name: string, scopes: Scope[], key: string): Promise<ApiKeyRow> {
  const { accountId } = actor;
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    const live = await tx.apiKey.count({ where: { accountId, revokedAt: null } });
    if (live >= MAX_KEYS)
      throw new AppError("conflict", `An account has at most ${MAX_KEYS} API keys. Revoke one first.`);
    const row = await tx.apiKey.create({
      data: { id: newId(), accountId, name, scopes, hash: hashOf(key), lastFour: key.slice(-4) },
    });
    await audit(tx, actor, "api_key.created", encodeId("apiKey", row.id));
    return row;
  });
}

export async function revokeApiKey(actor: Actor, id: string): Promise<void> {
  authorize(actor, "keys:manage");
  const uuid = decodeId("apiKey", id);
  await prisma().$transaction(async (tx) => {
    const where = { id: uuid ?? "", accountId: actor.accountId, revokedAt: null };
    const { count } = uuid ? await tx.apiKey.updateMany({ where, data: { revokedAt: new Date() } }) : { count: 0 };
    if (count === 0) throw notFound();
    await audit(tx, actor, "api_key.revoked", id);
  });
}

/** @param authorization the header's value @throws AppError unauthorized */
export async function actorOfBearer(authorization: string, address: string | null): Promise<Actor> {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const actor = key ? await actorOfKey(key, address) : undefined;
  if (!actor) throw new AppError("unauthorized", "This API key is unknown, expired or revoked.");
  return actor;
}

/** Whoever holds this key; undefined where it is unknown, expired, or was revoked more than a second ago. */
export async function actorOfKey(key: string, address: string | null): Promise<Actor | undefined> {
  if (!API_KEY_PATTERN.test(key)) return undefined;
  const row = await remembered(hashOf(key));
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt < new Date())) return undefined;
  return {
    accountId: row.accountId,
    label: `key:${encodeId("apiKey", row.id)}`,
    permissions: SCOPES.filter((scope) => row.scopes.includes(scope)),
    address,
  };
}

interface Lookup {
  row: Promise<ApiKeyRow | null>;
  until: number;
}
const lookups = new Map<string, Lookup>();
const MAX_LOOKUPS = 1_000;

/** Hundreds of requests a second with one key look it up once a second. */
function remembered(hash: string): Promise<ApiKeyRow | null> {
  const now = Date.now();
  const known = lookups.get(hash);
  if (known && known.until > now) return known.row;
  const row = findByHash(hash, now);
  if (lookups.size >= MAX_LOOKUPS) lookups.clear();
  lookups.set(hash, { row, until: now + REMEMBER_MS });
  // What failed is asked again by the next one.
  row.catch(() => lookups.delete(hash));
  return row;
}

async function findByHash(hash: string, now: number): Promise<ApiKeyRow | null> {
  const row = await prisma().apiKey.findUnique({ where: { hash } });
  if (row && now - (row.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS) {
    await prisma().apiKey.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date(now) } });
  }
  return row;
}

const hashOf = (key: string) => createHash("sha256").update(key).digest("hex");

function view(row: ApiKeyRow): ApiKey {
  return {
    id: encodeId("apiKey", row.id),
    name: row.name,
    lastFour: row.lastFour,
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
