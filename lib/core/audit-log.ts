/** The audit log as the API gives it: who did what to what, when and from where. */
import { z } from "zod";
import { listOf, pageQuery, pageSchema, spanQuery } from "./page";
import { AUDIT_ACTIONS } from "./audit-actions";

const ACTOR_KINDS = ["member", "apiKey", "system"] as const;

/** What an entry can be about; `eventType` and `publishing` have no id but a word of their own. */
const TARGET_KINDS = [
  "account",
  "member",
  "invite",
  "apiKey",
  "webhook",
  "delivery",
  "redelivery",
  "eventType",
  "eventSet",
  "alertRule",
  "inspector",
  "publishing",
  "other",
] as const;
export type AuditTargetKind = (typeof TARGET_KINDS)[number];

export const auditEntrySchema = z.object({
  id: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  at: z.iso.datetime(),
  address: z.string().nullable(),
  actor: z.object({
    kind: z.enum(ACTOR_KINDS),
    id: z.string(),
    name: z.string().nullable().describe("As they are called now; null where they are gone."),
  }),
  target: z.object({
    kind: z.enum(TARGET_KINDS),
    id: z.string(),
    name: z.string().nullable().describe("As it is called now, or was when it was deleted; null where nobody knows."),
    exists: z.boolean(),
  }),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Ids, and names of event types. */
const idOrName = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/)
  .optional();

export const auditQuerySchema = z.strictObject({
  ...pageQuery,
  ...spanQuery,
  actor: idOrName.describe("By this member or API key: its id."),
  target: idOrName.describe("About this: its id, or the name of an event type."),
  action: listOf(z.enum(AUDIT_ACTIONS)).optional().describe("Only these."),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditPageSchema = pageSchema(auditEntrySchema);
export type AuditPage = z.infer<typeof auditPageSchema>;
