/** An error as the API answers it. */
import { z } from "zod";
import { STATUS_OF, type ErrorCode } from "./errors";

export const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(STATUS_OF) as [ErrorCode, ...ErrorCode[]]),
      message: z.string().describe("A sentence for people."),
      fields: z
        .record(z.string(), z.string())
        .optional()
        .describe("What is wrong with which field, parameter or header, by its path: `events.2.type`."),
    }),
  })
  .meta({ id: "Error" });
