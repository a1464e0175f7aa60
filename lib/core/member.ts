/** The people of an account, and those who are invited, as the API takes and gives them. */
import { z } from "zod";
import { emailSchema, passwordSchema } from "./credentials";
import { ROLES } from "./permissions";

const instant = z.iso.datetime();
const role = z.enum(ROLES);

export const memberSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role,
  joinedAt: instant,
  lastSeenAt: instant.nullable(),
  isYou: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

export const updateMemberSchema = z.strictObject({ role });
export type UpdateMember = z.input<typeof updateMemberSchema>;

export const createInviteSchema = z.strictObject({ email: emailSchema, role });
export type CreateInviteInput = z.input<typeof createInviteSchema>;

export const inviteSchema = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string().nullable().describe("The e-mail address of whoever invited them."),
  createdAt: instant,
  expiresAt: instant,
  isExpired: z.boolean(),
});
export type Invite = z.infer<typeof inviteSchema>;

export const inviteWithLinkSchema = inviteSchema.extend({
  link: z.string().describe("Works once. It is stored as a hash, so this is the only time it can be seen."),
});
export type InviteWithLink = z.infer<typeof inviteWithLinkSchema>;

/** Of an invite as we make them. */
const token = z.string().regex(/^[A-Za-z0-9_-]{32}$/);
export const isInviteToken = (text: string): boolean => token.safeParse(text).success;

/** Whoever has a password already gives it, whatever its length: only a new one has to be long enough. */
export const acceptInviteSchema = z.strictObject({ token, password: z.string().min(1).max(128) });
export const newPasswordForInviteSchema = z.object({ password: passwordSchema });

export const acceptedInviteSchema = z.object({ accountId: z.string(), email: z.string() });
export type AcceptedInvite = z.infer<typeof acceptedInviteSchema>;
