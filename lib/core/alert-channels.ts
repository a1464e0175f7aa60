/** Which ways out of the house the notices of a rule take. The inbox always has them. */
import { z } from "zod";

/** As it is stored: the URL sealed. */
export const storedChannelsSchema = z.object({
  email: z.union([z.literal("owners"), z.array(z.string())]),
  slack: z.string().nullable(),
  operationalEvent: z.boolean(),
});
export type StoredChannels = z.infer<typeof storedChannelsSchema>;
