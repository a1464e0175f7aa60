/** Filters of the delivery log under a name, each person's own. */
import { z } from "zod";
import { deliveryFiltersSchema } from "./delivery";

export const MAX_SAVED_VIEWS = 50;

/** A view is filters only: where one was among the pages is nobody else's business. */
const FILTER_NAMES = Object.keys(deliveryFiltersSchema.shape) as [string, ...string[]];
const VALUE_MAX = 2_000;

const NAME_RULE = "Give it a name of 1 to 60 characters.";
const name = z
  .string(NAME_RULE)
  .trim()
  .min(1, NAME_RULE)
  .max(60, NAME_RULE)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "Use whole characters.");

/** As the query of the log has them, and refused as there. */
const filters = z
  .partialRecord(z.enum(FILTER_NAMES, "Unknown filter."), z.string().max(VALUE_MAX))
  .superRefine((given, context) => {
    const parsed = deliveryFiltersSchema.safeParse(given);
    for (const { path, message } of parsed.error?.issues ?? []) context.addIssue({ code: "custom", path, message });
  })
  .describe('As the query of the log has them: `{"status": "failed", "last": "1h"}`.');

export const createSavedViewSchema = z.strictObject({ name, filters });
export type CreateSavedView = z.infer<typeof createSavedViewSchema>;
export const updateSavedViewSchema = z.strictObject({ name: name.optional(), filters: filters.optional() });
export type UpdateSavedView = z.infer<typeof updateSavedViewSchema>;

export const savedViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    filters: z.record(z.string(), z.string()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof savedViewSchema>;
