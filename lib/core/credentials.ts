/** E-mail and password, as sign-in and set-up take them. */
import { z } from "zod";
import { MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH } from "./password-length";

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email("Enter an e-mail address."));

export const passwordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters.`);

/** What signing in takes; whether it is right is another question. NUL is nothing that Postgres can look for. */
export const credentialsSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "Enter your e-mail address.")
    .max(254)
    .regex(/^[^\0]*$/),
  password: z.string().min(1, "Enter your password.").max(MAX_PASSWORD_LENGTH),
});

export const setupSchema = z.strictObject({
  token: z.string().max(200),
  accountName: z.string().trim().min(1, "Give the account a name.").max(100, "Use at most 100 characters."),
  email: emailSchema,
  password: passwordSchema,
});
export type SetupInput = z.input<typeof setupSchema>;
