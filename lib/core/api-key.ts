/** An API key as the API takes and gives it. */
import { z } from "zod";
import { SCOPES } from "./permissions";

export const createApiKeySchema = z.strictObject({
  name: z.string().trim().min(1, "Give the key a name.").max(100, "Use at most 100 characters."),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, "Choose at least one scope.")
    .default([...SCOPES]),
});
export type CreateApiKeyInput = z.input<typeof createApiKeySchema>;

/** What `BOOTSTRAP_API_KEY` may be, and the look of a key that is worth hashing at all. */
export const API_KEY_PATTERN = /^[A-Za-z0-9_-]{32,128}$/;

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyWithKeySchema = apiKeySchema.extend({ key: z.string() });
export type ApiKeyWithKey = z.infer<typeof apiKeyWithKeySchema>;
