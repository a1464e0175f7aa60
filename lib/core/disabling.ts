/** What an account wants of its failing webhooks, where they don't say themselves. */
import { z } from "zod";
import { autoDisableSchema } from "./auto-disable-schema";

const fields = {
  autoDisable: autoDisableSchema
    .nullable()
    .describe("For every webhook without one of its own; null: by format, `sidecar` for that one, else `patient`."),
  autoRecover: z
    .boolean()
    .describe(
      "Whether a webhook that was disabled as it failed for too long is probed every 15 minutes with one of the deliveries it holds, and resumed when that succeeds.",
    ),
};

export const disablingSchema = z.object(fields).meta({ id: "Disabling" });
export type Disabling = z.infer<typeof disablingSchema>;
export const updateDisablingSchema = z.strictObject(fields).partial().meta({ id: "UpdateDisabling" });
