/** Reading the audit log. */
import type { AuditEntry, AuditPage, AuditQuery, AuditTargetKind } from "../core/audit-log";
import { AUDIT_ACTIONS } from "../core/audit-actions";
import { encodeId, ID_PREFIXES, uuidFloor, type IdKind } from "../core/ids";
import { cutPage, readCursor } from "../core/page";
import { prisma } from "../db";
import type { AuditEntry as Row } from "../../prisma/client/client";
import { authorize, userIdOf, type Actor } from "./actor";
import { namesOf, type Names } from "./audit-names";
import { apiKeyIdOf } from "./labels";

/** Newest first. */
export async function listAuditLog(actor: Actor, query: AuditQuery): Promise<AuditPage> {
  authorize(actor, "audit:read");
  const { accountId } = actor;
  const before = readCursor(query.cursor);
  const rows = await prisma().auditEntry.findMany({
    where: {
      accountId,
      AND: [
        ...(before ? [{ id: { lt: before } }] : []),
        ...(query.from ? [{ id: { gte: uuidFloor(new Date(query.from)) } }] : []),
        ...(query.to ? [{ id: { lt: uuidFloor(new Date(query.to)) } }] : []),
      ],
      ...(query.actor ? { actor: { in: labelsOf(query.actor) } } : {}),
      ...(query.target ? { target: query.target } : {}),
      ...(query.action?.length ? { action: { in: query.action } } : {}),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const page = cutPage(rows, query.limit, ({ id }) => id);
  const targets = page.rows.map(({ action, target }) => ({ kind: kindOf(action, target), id: target }));
  const names = await namesOf(
    accountId,
    page.rows.map(({ actor }) => actor),
    targets,
  );
  return { data: page.rows.map((row) => view(row, names)), nextCursor: page.nextCursor };
}

/** An id says what kind it is of; what is no id is a name of the system's, like `bootstrap`. */
const labelsOf = (actor: string) => [`user:${actor}`, `key:${actor}`, actor];

function view({ id, action, actor, target, address, createdAt }: Row, names: Names): AuditEntry {
  const kind = kindOf(action, target);
  return {
    id: encodeId("auditEntry", id),
    action: AUDIT_ACTIONS.find((known) => known === action) ?? "account.updated",
    at: createdAt.toISOString(),
    address,
    actor: { ...whoIs(actor), name: names.actors.get(actor) ?? null },
    target: { kind, id: target, ...(names.targets.get(target) ?? { name: null, exists: kind === "publishing" }) },
  };
}

function whoIs(label: string): Pick<AuditEntry["actor"], "kind" | "id"> {
  if (userIdOf({ label })) return { kind: "member", id: label.slice("user:".length) };
  if (apiKeyIdOf(label)) return { kind: "apiKey", id: label.slice("key:".length) };
  return { kind: "system", id: label };
}

const KIND_OF_ID: Partial<Record<IdKind, AuditTargetKind>> = {
  account: "account",
  user: "member",
  invite: "invite",
  apiKey: "apiKey",
  webhook: "webhook",
  delivery: "delivery",
  redelivery: "redelivery",
  eventSet: "eventSet",
  alertRule: "alertRule",
  inspector: "inspector",
};

const ID_KINDS = Object.keys(ID_PREFIXES) as IdKind[];

function kindOf(action: string, target: string): AuditTargetKind {
  if (action.startsWith("event_type.")) return "eventType";
  if (action === "publishing.updated") return "publishing";
  const prefix = target.slice(0, target.indexOf("_"));
  const kind = ID_KINDS.find((known) => ID_PREFIXES[known] === prefix);
  return (kind === undefined ? undefined : KIND_OF_ID[kind]) ?? "other";
}
