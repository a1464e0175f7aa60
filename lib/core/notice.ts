/** A notice as the API gives it: what was told about a webhook, and how it went out. */
import { z } from "zod";
import { pageQuery, pageSchema } from "./page";

export const NOTICE_TONES = ["bad", "warn", "ok"] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];

const instant = z.iso.datetime();

const noticeMessageSchema = z.object({
  channel: z.enum(["email", "slack"]),
  to: z.string().nullable().describe("The address; null for Slack, whose URL is a secret."),
  status: z
    .enum(["pending", "sent", "failed"])
    .describe("`pending`: waits for the end of quiet hours, or for its next try; `failed`: given up."),
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  sentAt: instant.nullable(),
  error: z.string().nullable().describe("Of the latest try."),
});

export const noticeSchema = z
  .object({
    id: z.string(),
    kind: z
      .string()
      .describe("`failing`, `disabled`, `recovered` and the like, or the kind of the alert rule that says so; `test`."),
    tone: z.enum(NOTICE_TONES),
    title: z.string().describe("A sentence for people."),
    webhookId: z.string().nullable(),
    webhookTitle: z.string().nullable(),
    ruleId: z.string().nullable().describe("The alert rule; null where it is the webhook's own course."),
    facts: z.record(z.string(), z.unknown()).describe("What the title rests on; `evidence` is a sentence for people."),
    isRead: z.boolean().nullable().describe("By whoever asks; null for API keys, which read for nobody."),
    createdAt: instant,
    messages: z.array(noticeMessageSchema).describe("How it went out beside the inbox."),
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof noticeSchema>;

const unreadCount = z.int().nullable().describe("How many are unread, counted up to 100; null for API keys.");

export const noticesQuerySchema = z.strictObject({
  ...pageQuery,
  webhookId: z.string().optional().describe("Of this webhook only."),
});
export type NoticesQuery = z.infer<typeof noticesQuerySchema>;

export const noticesPageSchema = pageSchema(noticeSchema).extend({ unreadCount });
export type NoticesPage = z.infer<typeof noticesPageSchema>;

export const markReadSchema = z
  .strictObject({
    until: z.string().optional().describe("Up to and with this notice; all there are unless given."),
  })
  .meta({ id: "MarkNoticesRead" });

export const unreadSchema = z.object({ unreadCount });
export type Unread = z.infer<typeof unreadSchema>;
