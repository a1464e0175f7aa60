/** Whom an account's notices reach, and when they had better not. */
import { z } from "zod";
import { addressesSchema } from "./alert-channels";
import { quietHoursSchema } from "./quiet-hours";

const emails = addressesSchema.describe("Who gets email; nobody named: the account's owners and admins.");
const quietHours = quietHoursSchema
  .nullable()
  .describe(
    "Email and Slack wait for their end, and then come as one; the inbox doesn't, nor does word that a webhook was disabled.",
  );

export const alertSettingsSchema = z
  .object({
    emails,
    quietHours,
    recipients: z.array(z.string()).describe("Who gets email as things are."),
    canMail: z.boolean().describe("Whether this installation can send email at all."),
  })
  .meta({ id: "AlertSettings" });
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

export const updateAlertSettingsSchema = z
  .strictObject({ emails, quietHours })
  .partial()
  .meta({ id: "UpdateAlertSettings" });
