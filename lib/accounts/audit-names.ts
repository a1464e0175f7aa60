/** What those who act, and what they act on, are called now: a few lookups for a page of the audit log. */
import type { AuditTargetKind } from "../core/audit-log";
import { decodeId, encodeId, type IdKind } from "../core/ids";
import { prisma } from "../db";
import { apiKeyIdOf, emailsOfLabels } from "./labels";

export interface Named {
  /** As it is called now, or was when it was deleted; null where nobody knows. */
  name: string | null;
  exists: boolean;
}

export interface Names {
  /** By label; those who are gone have none. */
  actors: Map<string, string>;
  /** By target as it is stored. */
  targets: Map<string, Named>;
}

interface Target {
  kind: AuditTargetKind;
  id: string;
}

/**
 * @param accountId uuid
 * @param labels of actors
 */
export async function namesOf(
  accountId: string,
  labels: readonly string[],
  targets: readonly Target[],
): Promise<Names> {
  const looked = await Promise.all(
    LOOKUPS.map(async ({ kind, id: idKind, find }) => {
      const ids = [...new Set(targets.filter((target) => target.kind === kind).map(({ id }) => id))];
      const uuids = ids.flatMap((id) => (idKind ? (decodeId(idKind, id) ?? []) : id));
      if (uuids.length === 0) return [];
      const found = await find(accountId, uuids);
      return found.map(([id, named]) => [idKind ? encodeId(idKind, id) : id, named] as const);
    }),
  );
  return { actors: await actorNames(accountId, labels), targets: new Map(looked.flat()) };
}

async function actorNames(accountId: string, labels: readonly string[]): Promise<Map<string, string>> {
  const keyIds = [...new Set(labels)].flatMap((label) => apiKeyIdOf(label) ?? []);
  const keys = keyIds.length === 0 ? [] : await prisma().apiKey.findMany({ where: { accountId, id: { in: keyIds } } });
  const named = keys.map(({ id, name }) => [`key:${encodeId("apiKey", id)}`, name] as const);
  return new Map([...(await emailsOfLabels(labels)), ...named]);
}

interface Lookup {
  kind: AuditTargetKind;
  /** Null where the target is no id but a name. */
  id: IdKind | null;
  find: (accountId: string, ids: string[]) => Promise<(readonly [id: string, named: Named])[]>;
}

const there = (id: string, name: string | null) => [id, { name, exists: true }] as const;

const LOOKUPS: readonly Lookup[] = [
  {
    kind: "account",
    id: "account",
    find: async (id) => (await prisma().account.findMany({ where: { id } })).map((row) => there(row.id, row.name)),
  },
  {
    kind: "member",
    id: "user",
    find: async (accountId, ids) => {
      const users = await prisma().user.findMany({
        where: { id: { in: ids } },
        include: { members: { where: { accountId }, select: { userId: true } } },
      });
      return users.map(({ id, email, members }) => [id, { name: email, exists: members.length > 0 }] as const);
    },
  },
  {
    kind: "invite",
    id: "invite",
    find: async (accountId, ids) => {
      const rows = await prisma().invite.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, email, acceptedAt, revokedAt }) => {
        const exists = acceptedAt === null && revokedAt === null;
        return [id, { name: email, exists }] as const;
      });
    },
  },
  {
    kind: "apiKey",
    id: "apiKey",
    find: async (accountId, ids) => {
      const rows = await prisma().apiKey.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, name, revokedAt }) => [id, { name, exists: revokedAt === null }] as const);
    },
  },
  {
    kind: "webhook",
    id: "webhook",
    find: async (accountId, ids) => {
      const rows = await prisma().webhook.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, title, deletedAt }) => [id, { name: title, exists: deletedAt === null }] as const);
    },
  },
  {
    kind: "delivery",
    id: "delivery",
    find: async (accountId, ids) => {
      const rows = await prisma().delivery.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, eventType }) => there(id, eventType));
    },
  },
  {
    kind: "redelivery",
    id: "redelivery",
    find: async (accountId, ids) => {
      const rows = await prisma().redelivery.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id }) => there(id, null));
    },
  },
  {
    kind: "eventType",
    id: null,
    find: async (accountId, names) => {
      const rows = await prisma().eventType.findMany({ where: { accountId, name: { in: names } } });
      const known = new Set(rows.map(({ name }) => name));
      return names.map((name) => [name, { name, exists: known.has(name) }] as const);
    },
  },
  {
    kind: "eventSet",
    id: "eventSet",
    find: async (accountId, ids) => {
      const rows = await prisma().eventSet.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, name }) => there(id, name));
    },
  },
  {
    kind: "alertRule",
    id: "alertRule",
    find: async (accountId, ids) => {
      const rows = await prisma().alertRule.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, title }) => there(id, title));
    },
  },
  {
    kind: "inspector",
    id: "inspector",
    find: async (accountId, ids) => {
      const rows = await prisma().inspector.findMany({ where: { accountId, id: { in: ids } } });
      return rows.map(({ id, title }) => there(id, title));
    },
  },
];
