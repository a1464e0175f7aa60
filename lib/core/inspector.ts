/** An inspector, the built-in receiver, as the API takes and gives it, and the requests it has received. */
import { z } from "zod";
import { answerHeadersSchema } from "./answer-headers";
import { FORMAT_NAMES } from "./formats";
import { pageQuery, wholeNumber } from "./page";
import { NONE } from "./newest-request";

const MAX_WAIT_SECONDS = 20;

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
  /** `Location`, `Retry-After` and such as begin with `X-`. */
  headers: answerHeadersSchema.default({}),
  /** So many of the next requests are answered `failStatus`, with no body and none of these headers. */
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
      /** All of them: what isn't among these goes. */
      headers: answerHeadersSchema.optional(),
      failNext: answerSchema.shape.failNext.unwrap().optional(),
      failStatus: status.optional(),
    })
    .optional(),
});

export type InspectorAnswer = z.infer<typeof answerSchema>;
export type CreateInspectorInput = z.input<typeof createInspectorSchema>;
export type UpdateInspectorInput = z.input<typeof updateInspectorSchema>;

/** A webhook that sends to the inspector. */
const inspectedWebhookSchema = z.object({ id: z.string(), title: z.string(), format: z.enum(FORMAT_NAMES) });

export const inspectorSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Where senders send to: whoever knows it can send, and nothing else. */
  url: z.url(),
  answer: answerSchema,
  /** All it ever received, also what is no longer kept. */
  requestCount: z.int(),
  /** Null until something has arrived. */
  lastRequestAt: z.iso.datetime().nullable(),
  /** Those that have its address, or one below it, for their URL. */
  webhooks: z.array(inspectedWebhookSchema),
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
  /** As the wire formats write it at the beginning of a body. */
  eventType: z.string().nullable(),
  /** As their headers count it. */
  attempt: z.int().nullable(),
});
export type InspectedRequestSummary = z.infer<typeof inspectedRequestSummarySchema>;

export const inspectedRequestsQuerySchema = z.strictObject({
  ...pageQuery,
  unless: z
    .string()
    .max(64)
    .optional()
    .describe(`The id of the newest that you have, or \`${NONE}\`: waits until the newest is another one.`),
  waitSeconds: wholeNumber(0, MAX_WAIT_SECONDS).default(0).describe("How long to wait for that."),
});
export type InspectedRequestsQuery = z.infer<typeof inspectedRequestsQuerySchema>;

/** In the order in which a receiver would take them; the first that fails ends a check. */
export const SIGNATURE_STEPS = ["whole", "header", "encoding", "timestamp", "recent", "signature", "body"] as const;
export type SignatureStep = (typeof SIGNATURE_STEPS)[number];

/** Why a signature is another one, where that can be found out. */
export const SIGNATURE_CAUSES = [
  "rotated_since",
  "previous_secret",
  "decoded_key",
  "text_key",
  "reserialised",
  "line_end",
  "base64",
] as const;
export type SignatureCause = (typeof SIGNATURE_CAUSES)[number];

export const signatureCheckSchema = z
  .object({
    format: z.enum(FORMAT_NAMES),
    verdict: z
      .enum(["verified", "previous", "failed", "unsigned"])
      .describe(
        "`previous`: by the secret before the last rotation only; `unsigned`: the format signs nothing, its Authorization is masked here.",
      ),
    steps: z.array(
      z.object({
        step: z.enum(SIGNATURE_STEPS),
        isOk: z.boolean(),
        header: z.string().nullable().describe("Which it is about."),
      }),
    ),
    cause: z.enum(SIGNATURE_CAUSES).nullable(),
    webhookId: z.string().nullable().describe("Whose secret it was checked with; null for one that was given."),
    webhookTitle: z.string().nullable(),
  })
  .meta({ id: "SignatureCheck" });
export type SignatureCheck = z.infer<typeof signatureCheckSchema>;

/** A secret is used once, and kept nowhere. */
export const checkSignatureSchema = z
  .strictObject({
    secret: z.string().min(1, "Give the secret.").max(500, "Use at most 500 characters."),
    format: z.enum(FORMAT_NAMES),
  })
  .meta({ id: "CheckSignature" });
export type CheckSignatureInput = z.input<typeof checkSignatureSchema>;

export const inspectedRequestSchema = inspectedRequestSummarySchema.extend({
  /** As they came, in their order; credentials are masked. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** Text where the body is UTF-8, else base64. */
  body: z.string(),
  bodyEncoding: z.enum(["utf8", "base64"]),
  /** The delivery of this account that it was; null where it was none, or is no longer kept. */
  deliveryId: z.string().nullable(),
  /** With the secret of the webhook that sends here: one for its format, and one for the format it also signs as. */
  signatures: z.array(signatureCheckSchema),
});
export type InspectedRequest = z.infer<typeof inspectedRequestSchema>;
