/** Who may do what. Use cases ask for a permission; roles and API key scopes are two ways of holding it. */
export const ROLES = ["owner", "admin", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ["events:write", "webhooks:read", "webhooks:write"] as const;
export type Scope = (typeof SCOPES)[number];

export type Permission = Scope | "keys:manage";

const ALL: readonly Permission[] = [...SCOPES, "keys:manage"];

export const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  owner: ALL,
  admin: ALL,
  viewer: ["webhooks:read"],
};
