/** The tabs of a webhook's page, as its URL names them. */
import { parseAsStringLiteral } from "nuqs";
import { webhookHref } from "@/components/webhooks/paths";

export const TABS = ["overview", "settings", "verify", "guides"] as const;
export type Tab = (typeof TABS)[number];

export const TAB_PARAMETER = "tab";
export const tabParser = parseAsStringLiteral(TABS).withDefault("overview").withOptions({ history: "push" });

export const tabHref = (id: string, tab: Tab) =>
  tab === "overview" ? webhookHref(id) : `${webhookHref(id)}?${TAB_PARAMETER}=${tab}`;

/** The signature debugger, filled with a delivery. */
export const debugHref = (id: string, deliveryId: string) => `${tabHref(id, "verify")}&delivery=${deliveryId}#debugger`;
