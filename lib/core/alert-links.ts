/** Where a notice leads: the deliveries that it is about, by the filters of the log. */
import { encodeId } from "./ids";

const STATUSES: Record<string, string> = {
  failing: "failed,pending",
  disabled: "held",
  backlog_age: "pending",
  repeated_failures: "failed,pending",
  success_rate: "failed,pending",
  event_type_failing: "failed,pending",
};
/** About the webhook rather than about deliveries. */
const ABOUT_THE_WEBHOOK = new Set(["silence", "certificate", "test"]);

export interface LinkedNotice {
  kind: string;
  /** uuid */
  webhookId: string | null;
  eventType?: string | undefined;
}

/** @returns a path, with its query */
export function linkOf({ kind, webhookId, eventType }: LinkedNotice): string {
  if (!webhookId) return "/settings/webhooks/alerts";
  const id = encodeId("webhook", webhookId);
  if (ABOUT_THE_WEBHOOK.has(kind)) return `/settings/webhooks/${id}`;
  const status = STATUSES[kind];
  const query = [`webhook=${id}`, ...(status ? [`status=${status}`] : []), ...(eventType ? [`type=${eventType}`] : [])];
  return `/settings/webhooks/logs?${query.join("&")}`;
}
