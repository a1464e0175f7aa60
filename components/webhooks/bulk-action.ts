/** What is done to many webhooks at once. */
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { Webhook } from "@/lib/core/webhook";

export type BulkAction = "pause" | "resume" | "delete";

/** Those it would change; the others are as they are to be already. */
export function concernedBy(action: BulkAction, webhooks: readonly Webhook[]): Webhook[] {
  if (action === "pause") return webhooks.filter(({ status }) => status === "active");
  if (action === "resume") return webhooks.filter(({ status }) => status !== "active");
  return [...webhooks];
}

export type BulkHeld = "all" | "discard";

/** @param held what becomes of what each one holds, when it is resumed */
export function applyTo({ id }: Webhook, action: BulkAction, held: BulkHeld): Promise<unknown> {
  if (action === "pause") return webhooksApi.update(id, { status: "paused" });
  if (action === "resume") return webhooksApi.update(id, { status: "active", held });
  return webhooksApi.remove(id);
}
