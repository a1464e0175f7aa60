/** Which ways out of the house the notices of a rule take. The inbox always has them. */
import { z } from "zod";
import { emailSchema } from "./credentials";

const MAX_ADDRESSES = 10;

export const addressesSchema = z.array(emailSchema).max(MAX_ADDRESSES, `Give at most ${MAX_ADDRESSES} addresses.`);

const email = z
  .union([z.literal("owners"), addressesSchema], {
    error: `Give "owners", or a list of at most ${MAX_ADDRESSES} e-mail addresses.`,
  })
  .describe(
    'Addresses; `"owners"` for those of the alert settings, and where there are none, the account\'s owners and admins; `[]` for no email.',
  );
const operationalEvent = z
  .boolean()
  .describe("Publish `webhook.failing` and `webhook.recovered`, too; never to the webhook that they tell of.");

/** What is written. Whether a Slack URL may be called is for the use case to say. */
export const alertChannelsInputSchema = z.strictObject({
  email: email.optional(),
  slack: z
    .string()
    .min(1, "Give the URL of an incoming webhook.")
    .nullable()
    .optional()
    .describe("The URL of a Slack-compatible incoming webhook: written, never read. Null removes it."),
  operationalEvent: operationalEvent.optional(),
});
export type AlertChannelsInput = z.output<typeof alertChannelsInputSchema>;

export const alertChannelsSchema = z.object({
  email,
  inbox: z.literal(true),
  hasSlack: z.boolean().describe("Whether an incoming webhook is stored."),
  operationalEvent,
});

/** As it is stored: the URL sealed. */
export const storedChannelsSchema = z.object({
  email: z.union([z.literal("owners"), z.array(z.string())]),
  slack: z.string().nullable(),
  operationalEvent: z.boolean(),
});
export type StoredChannels = z.infer<typeof storedChannelsSchema>;
