import type { Permission } from "@/lib/core/permissions";

interface Screen {
  name: string;
  href: string;
  /** After `g`. */
  key?: string;
  may?: Permission;
}

export const SCREENS = [
  { name: "webhooks", href: "/settings/webhooks", key: "w" },
  { name: "logs", href: "/settings/webhooks/logs", key: "l" },
  { name: "events", href: "/settings/webhooks/events", key: "e" },
  { name: "alerts", href: "/settings/webhooks/alerts", key: "a" },
  { name: "inspectors", href: "/settings/inspectors", key: "i" },
  { name: "create", href: "/settings/webhooks/new", key: "n", may: "webhooks:write" },
  { name: "apiKeys", href: "/settings/api-keys", key: "k", may: "keys:manage" },
  { name: "team", href: "/settings/team", key: "t" },
  { name: "auditLog", href: "/settings/audit-log", key: "u", may: "audit:read" },
  { name: "account", href: "/settings/account", key: "c" },
  { name: "docs", href: "/docs", key: "d" },
  { name: "apiReference", href: "/docs/api" },
] as const satisfies readonly Screen[];

export const mayOpen = (screen: Screen, permissions: readonly Permission[]) =>
  screen.may === undefined || permissions.includes(screen.may);

/** The screen that `g` and this key lead to, for whoever may open it. */
export const screenOfKey = (key: string, permissions: readonly Permission[]) =>
  SCREENS.find((screen) => "key" in screen && screen.key === key && mayOpen(screen, permissions));
