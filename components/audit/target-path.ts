import { redeliveryHref, webhookHref } from "@/components/webhooks/paths";
import type { AuditEntry } from "@/lib/core/audit-log";

/** Where what an entry is about can be looked at; undefined where it is gone, or has no page. */
export function targetPath({ kind, id, exists }: AuditEntry["target"]): string | undefined {
  if (!exists) return undefined;
  switch (kind) {
    case "webhook":
      return webhookHref(id);
    case "delivery":
      return `/settings/webhooks/logs?delivery=${id}`;
    case "redelivery":
      return redeliveryHref(id);
    case "eventType":
      return `/settings/webhooks/events?type=${encodeURIComponent(id)}`;
    case "eventSet":
    case "publishing":
      return "/settings/webhooks/events";
    case "alertRule":
      return "/settings/webhooks/alerts";
    case "member":
    case "invite":
      return "/settings/team";
    case "apiKey":
      return "/settings/api-keys";
    case "account":
      return "/settings/account";
    case "inspector":
      return `/settings/inspectors/${id}`;
    case "other":
      return undefined;
  }
}
