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
  return deliveriesOf(id, kind, eventType) ?? `/settings/webhooks/${id}`;
}

/**
 * @param id `wh_…`
 * @returns the path of the log; undefined for what is about the webhook rather than about deliveries
 */
export function deliveriesOf(id: string, kind: string, eventType?: string): string | undefined {
  if (ABOUT_THE_WEBHOOK.has(kind)) return undefined;
  const status = STATUSES[kind];
  const query = [`webhook=${id}`, ...(status ? [`status=${status}`] : []), ...(eventType ? [`type=${eventType}`] : [])];
  return `/settings/webhooks/logs?${query.join("&")}`;
}
