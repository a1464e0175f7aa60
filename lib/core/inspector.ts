/** An inspector, the built-in receiver, as the API takes and gives it, and the requests it has received. */
import { z } from "zod";

/** Of one request; what is beyond is counted and answered 413. */
export const INSPECTED_BODY_MAX_BYTES = 256 * 1024;
/** Of one inspector; the oldest go first. */
export const INSPECTED_REQUESTS_MAX = 200;
export const INSPECTED_FOR_HOURS = 24;
export const INSPECTORS_MAX = 20;

const STATUS_RULE = "Give an HTTP status from 200 to 599.";
const DELAY_RULE = "Give whole milliseconds from 0 to 60,000.";
const FAIL_RULE = "Give a whole number from 0 to 1,000.";
const status = z.int(STATUS_RULE).min(200, STATUS_RULE).max(599, STATUS_RULE);

const titleSchema = z.string().trim().min(1, "Give the inspector a title.").max(100, "Use at most 100 characters.");

/** What senders get for an answer. */
const answerSchema = z.strictObject({
  status: status.default(200),
  /** How long it waits before it answers. */
  delayMs: z.int(DELAY_RULE).min(0, DELAY_RULE).max(60_000, DELAY_RULE).default(0),
  contentType: z
    .string()
    .regex(/^[\x20-\x7e]{1,100}$/, "Use 1 to 100 printable ASCII characters.")
    .default("text/plain"),
  body: z.string().max(16_384, "Use at most 16,384 characters.").default(""),
  /** So many of the next requests are answered `failStatus`, with no body. */
  failNext: z.int(FAIL_RULE).min(0, FAIL_RULE).max(1_000, FAIL_RULE).default(0),
  failStatus: status.default(500),
});

export const createInspectorSchema = z
  .strictObject({
    title: titleSchema.default("Inspector"),
    answer: answerSchema.prefault({}),
  })
  .meta({ id: "CreateInspector" });

export const updateInspectorSchema = z.strictObject({
  title: titleSchema.optional(),
  /** Only what is named changes. */
  answer: z
    .strictObject({
      status: status.optional(),
      delayMs: answerSchema.shape.delayMs.unwrap().optional(),
      contentType: answerSchema.shape.contentType.unwrap().optional(),
      body: answerSchema.shape.body.unwrap().optional(),
      failNext: answerSchema.shape.failNext.unwrap().optional(),
      failStatus: status.optional(),
    })
    .optional(),
});

export const inspectorSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Where senders send to: whoever knows it can send, and nothing else. */
  url: z.url(),
  answer: answerSchema,
  /** All it ever received, also what is no longer kept. */
  requestCount: z.int(),
  createdAt: z.iso.datetime(),
});
export type Inspector = z.infer<typeof inspectorSchema>;

export const inspectedRequestSummarySchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  method: z.string(),
  /** What follows the inspector's address, with the query. */
  path: z.string(),
  /** Of the body, as it was sent. */
  bytes: z.int(),
  /** The body was longer than 256 KiB: only its beginning is kept. */
  isTruncated: z.boolean(),
  remoteAddress: z.string(),
  answeredStatus: z.int(),
});
export type InspectedRequestSummary = z.infer<typeof inspectedRequestSummarySchema>;

export const inspectedRequestSchema = inspectedRequestSummarySchema.extend({
  /** As they came, in their order; credentials are masked. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** Text where the body is UTF-8, else base64. */
  body: z.string(),
  bodyEncoding: z.enum(["utf8", "base64"]),
});
export type InspectedRequest = z.infer<typeof inspectedRequestSchema>;
