/** Who may do what. Use cases ask for a permission; roles and API key scopes are two ways of holding it. */
export const ROLES = ["owner", "admin", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ["events:write", "webhooks:read", "webhooks:write"] as const;
export type Scope = (typeof SCOPES)[number];

/** What no API key may: a key speaks for a system, these are for people. */
const FOR_MEMBERS = ["profile:manage", "members:read"] as const;
const FOR_ADMINS = ["keys:manage", "members:manage", "audit:read"] as const;
const FOR_OWNERS = ["owners:manage", "account:manage"] as const;

export type Permission =
  Scope | (typeof FOR_MEMBERS)[number] | (typeof FOR_ADMINS)[number] | (typeof FOR_OWNERS)[number];

const ADMIN: readonly Permission[] = [...SCOPES, ...FOR_MEMBERS, ...FOR_ADMINS];

export const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  owner: [...ADMIN, ...FOR_OWNERS],
  admin: ADMIN,
  viewer: ["webhooks:read", ...FOR_MEMBERS],
};
