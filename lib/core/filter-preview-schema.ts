/** A filter that is tried on one event's data, as the API takes and answers it. */
import { z } from "zod";
import { conditionSchema, filterSchema } from "./filter";
import { jsonObjectSchema, jsonValueSchema } from "./json-shapes";
import { EVENT_TYPE_PATTERN, unknownType } from "./subscription";

export const previewFilterSchema = z
  .strictObject({
    filter: filterSchema,
    /** Its sample is asked. */
    type: z
      .string()
      .regex(EVENT_TYPE_PATTERN, { error: (issue) => unknownType(issue.input) })
      .optional(),
    /** Asked instead of a sample. */
    data: jsonObjectSchema("Give the event's data as a JSON object.").optional(),
  })
  .refine(({ type, data }) => type !== undefined || data !== undefined, {
    path: ["type"],
    error: "Give a type, whose sample is asked, or data.",
  });

export const filterPreviewSchema = z.object({
  /** Whether an event with this data would be sent. */
  wouldSend: z.boolean(),
  conditions: z.array(
    z.object({
      condition: conditionSchema,
      /** What the data has there; absent where it has nothing. */
      actual: jsonValueSchema.optional(),
      holds: z.boolean(),
      /** It stands under `not`: it has to be false. */
      isNegated: z.boolean(),
    }),
  ),
});
export type FilterPreview = z.infer<typeof filterPreviewSchema>;
