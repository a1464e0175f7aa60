import type { Scope } from "@/lib/core/permissions";

/** What messages call a scope. */
export const SCOPE_NAMES = {
  "events:write": "publish",
  "webhooks:read": "read",
  "webhooks:write": "write",
} as const satisfies Record<Scope, string>;
