/** Whoever asks: a signed-in member or an API key. Use cases take one and ask it for a permission. */
import { AppError } from "../core/errors";
import type { Permission } from "../core/permissions";

export interface Actor {
  /** uuid */
  accountId: string;
  /** `user:usr_…` or `key:key_…`, as the audit log shows it */
  label: string;
  permissions: readonly Permission[];
  /** Where the request came from, as far as known. */
  address: string | null;
}

/** @throws AppError forbidden */
export function authorize(actor: Actor, permission: Permission): void {
  if (actor.permissions.includes(permission)) return;
  throw new AppError("forbidden", `This needs the permission ${permission}.`);
}
