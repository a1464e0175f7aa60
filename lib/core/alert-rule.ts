/** An alert rule as the API takes and gives it: what it looks for, at which webhooks, and who is told. */
import { z } from "zod";
import { alertChannelsInputSchema, alertChannelsSchema } from "./alert-channels";
import { alertConditionSchema } from "./alert-condition";

export const ALERT_RULES_MAX = 50;

const fields = {
  title: z
    .string("Give the rule a title.")
    .trim()
    .min(1, "Give the rule a title.")
    .max(100, "Use at most 100 characters."),
  webhookId: z
    .string()
    .nullable()
    .describe("Of this webhook only; null for every webhook of the account, each for itself."),
  condition: alertConditionSchema,
  channels: alertChannelsInputSchema.describe("The inbox always has them."),
  isEnabled: z.boolean(),
};

export const createAlertRuleSchema = z
  .strictObject({
    title: fields.title,
    webhookId: fields.webhookId.default(null),
    condition: fields.condition,
    channels: fields.channels.prefault({}),
    isEnabled: fields.isEnabled.default(true),
  })
  .meta({ id: "CreateAlertRule" });

export const updateAlertRuleSchema = z.strictObject(fields).partial().meta({ id: "UpdateAlertRule" });

export const alertRuleSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    webhookId: z.string().nullable(),
    isWebhookDeleted: z.boolean().describe("Its webhook is gone: there is nothing left to look at."),
    condition: alertConditionSchema,
    channels: alertChannelsSchema,
    isEnabled: z.boolean(),
    firing: z.int().describe("For how many webhooks it fires now."),
    lastFiredAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "AlertRule" });
export type AlertRule = z.infer<typeof alertRuleSchema>;
