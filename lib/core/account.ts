/** The account and oneself in it, as the API takes and gives them. */
import { z } from "zod";
import { passwordSchema } from "./credentials";
import { MAX_PASSWORD_LENGTH } from "./password-length";
import { ROLES } from "./permissions";

const instant = z.iso.datetime();
const NAME_MAX = 100;
const tooLong = `Use at most ${NAME_MAX} characters.`;
/** Postgres stores no NUL. */
const plainText = z
  .string()
  .regex(/^[^\0]*$/, "Use ordinary characters.")
  .trim()
  .max(NAME_MAX, tooLong);

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  me: z.object({ id: z.string(), email: z.string(), name: z.string().nullable(), role: z.enum(ROLES) }),
  accounts: z
    .array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }))
    .describe("All that you are a member of, this one too, by when you joined."),
});
export type Account = z.infer<typeof accountSchema>;

export const updateAccountSchema = z.strictObject({ name: plainText.min(1, "Give the account a name.") });
export type UpdateAccount = z.input<typeof updateAccountSchema>;

/** An empty name is none. */
export const updateProfileSchema = z.strictObject({ name: plainText });
export type UpdateProfile = z.input<typeof updateProfileSchema>;

export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1, "Enter your current password.").max(MAX_PASSWORD_LENGTH),
  newPassword: passwordSchema,
});
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const switchAccountSchema = z.strictObject({ accountId: z.string().max(100) });

export const sessionSchema = z.object({
  id: z.string(),
  accountName: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: instant,
  lastSeenAt: instant,
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionsSchema = z.object({ data: z.array(sessionSchema) });
export type Sessions = z.infer<typeof sessionsSchema>;

export const endedSessionsSchema = z.object({ ended: z.int() });
export type EndedSessions = z.infer<typeof endedSessionsSchema>;
