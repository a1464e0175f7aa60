/** Parameters that several operations have. */
import { z } from "zod";
import { IDEMPOTENCY_KEY } from "../core/event";

const idOf = (what: string, prefix: string) => z.string().describe(`The ${what}'s id, \`${prefix}_…\`.`);

export const webhookIdParams = z.object({ webhookId: idOf("webhook", "wh") });
export const deliveryIdParams = z.object({ deliveryId: idOf("delivery", "dlv") });
export const eventIdParams = z.object({ eventId: idOf("event", "evt") });
export const redeliveryIdParams = z.object({ redeliveryId: idOf("redelivery", "rdl") });
export const inspectorIdParams = z.object({ inspectorId: idOf("inspector", "ins") });
export const inspectedRequestIdParams = inspectorIdParams.extend({ requestId: idOf("request", "irq") });
export const eventSetIdParams = z.object({ eventSetId: idOf("event set", "set") });
export const alertRuleIdParams = z.object({ alertRuleId: idOf("alert rule", "alr") });
export const savedViewIdParams = z.object({ savedViewId: idOf("view", "view") });
export const eventTypeParams = z.object({
  name: z.string().meta({ description: "The event type's name.", examples: ["contact.created"] }),
});

export const ABOUT_SHORT_PAGES =
  "A page looks at 20,000 entries at most: where what a filter means is rare, it may be short, or empty, and still have a `nextCursor` to read on with.";

export const ifMatchHeaders = z.object({
  "If-Match": z
    .string()
    .optional()
    .meta({ description: "The `ETag` that you have read: the change is refused where there is another by now." }),
});

export const idempotencyHeaders = z.object({
  "Idempotency-Key": z
    .string()
    .regex(IDEMPOTENCY_KEY)
    .optional()
    .meta({
      description:
        "Of your making. For 24 hours the same key and body get the same answer, and nothing is published twice.",
      examples: ["order-4711-created"],
    }),
});
