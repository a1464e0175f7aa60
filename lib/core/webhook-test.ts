/** A test of a webhook that is not saved, as the API takes it; and what becomes of the signatures that a test carried. */
import { z } from "zod";
import { FORMAT_NAMES } from "./formats";
import { createWebhookSchema, sendTestSchema } from "./webhook";

const { url, format, headers, alsoSign, timeoutMs } = createWebhookSchema.shape;

export const webhookTestSchema = sendTestSchema
  .extend({
    webhookId: z
      .string()
      .optional()
      .describe(
        "Of which this is a change: its own secret signs, and what is masked or left out of its stored values is sent as stored. Without it a secret is made for this test alone.",
      ),
    title: z.string().trim().max(100, "Use at most 100 characters.").default(""),
    url,
    format,
    authorization: createWebhookSchema.shape.authorization.unwrap().optional(),
    headers,
    alsoSign,
    timeoutMs,
  })
  .meta({ id: "WebhookTest" });
export type WebhookTestInput = z.input<typeof webhookTestSchema>;

export const SIGNATURE_RESULTS = ["verified", "wrong", "unsigned", "unknown"] as const;

export const deliverySignaturesSchema = z
  .object({
    data: z.array(
      z.object({
        format: z.enum(FORMAT_NAMES),
        result: z
          .enum(SIGNATURE_RESULTS)
          .describe(
            "`verified`: the format's documented check accepts what was sent; `unsigned`: this format carries no signature; `unknown`: the secret was rotated since.",
          ),
        reason: z.string().nullable().describe("What the check says, where it refuses."),
      }),
    ),
  })
  .meta({ id: "DeliverySignatures" });
export type DeliverySignatures = z.infer<typeof deliverySignaturesSchema>;
