/** Whoever asks: a signed-in member or an API key. Use cases take one and ask it for a permission. */
import { AppError } from "../core/errors";
import { decodeId } from "../core/ids";
import type { Permission } from "../core/permissions";

export interface Actor {
  /** uuid */
  accountId: string;
  /** `user:usr_…` or `key:key_…`, as the audit log shows it */
  label: string;
  permissions: readonly Permission[];
  /** Where the request came from, as far as known. */
  address: string | null;
  /** uuid; of a signed-in member */
  sessionId?: string;
}

const USER = "user:";

/** @throws AppError forbidden */
export function authorize(actor: Actor, permission: Permission): void {
  if (actor.permissions.includes(permission)) return;
  throw new AppError("forbidden", `This needs the permission ${permission}.`);
}

/** @returns uuid of the signed-in member; undefined for an API key */
export const userIdOf = ({ label }: Pick<Actor, "label">): string | undefined =>
  label.startsWith(USER) ? decodeId("user", label.slice(USER.length)) : undefined;

/** For what somebody does with their own things. @returns uuid @throws AppError forbidden for anybody but a signed-in member */
export function authorizeMember(actor: Actor): string {
  authorize(actor, "profile:manage");
  const userId = userIdOf(actor);
  if (!userId) throw new AppError("forbidden", "This is for signed-in people.");
  return userId;
}
