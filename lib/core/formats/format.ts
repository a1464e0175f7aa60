/** What every wire format promises: pure, the same body on every attempt, and what is signed is what is sent. */
import type { HeaderPairs } from "../attempt";
import type { RetryPreset } from "../retry";

export interface OutgoingEvent {
  /** `evt_…` */
  eventId: string;
  /** `dlv_…` */
  deliveryId: string;
  /** 1 for the first attempt */
  attempt: number;
  attemptedAt: Date;
  type: string;
  timestamp: Date;
  /** `acc_…` */
  accountId: string;
  /** `wh_…` */
  webhookId: string;
  /** Canonical JSON text of an object, as stored at publishing. */
  data: string;
}

export interface SigningKeys {
  /** `whsec_…` */
  secret: string;
  /** During a grace period after rotation. */
  previousSecret?: string;
  /** The value of the Authorization header, for formats that send one. */
  authorization?: string;
}

/** HMAC-SHA256 of UTF-8 text. Passed in, so that formats can be shown in a browser, which holds no secret. */
export type Hmac = (text: string, key: { text: string } | { base64: string }, as: "hex" | "base64") => string;

export interface OutgoingBody {
  /** UTF-8 text: the bytes signed are the bytes sent. */
  body: string;
  /** What `sign` gave, where the format signs inside the body: with it the same body can be made again. */
  bodySignature?: string;
}

export interface WireFormat {
  label: string;
  /** One line for whoever chooses. */
  description: string;
  /** One sentence: what a receiver checks. */
  verification: string;
  /** The documented schedule, for webhooks that ask for none. */
  retry: RetryPreset;
  /** Names that this format gives a meaning of its own: no other format and no extra header may send them beside it. */
  headerNames: readonly string[];
  /** @param sign hex HMAC with the whole secret, or what it gave when this body was sent */
  bodyOf(event: OutgoingEvent, sign: (text: string) => string): OutgoingBody;
  /** @param body as it is sent, which in migration mode is another format's */
  headersOf(event: OutgoingEvent, body: string, keys: SigningKeys, hmac: Hmac): HeaderPairs;
}

export function commonHeaders(): HeaderPairs {
  return [
    ["Content-Type", "application/json"],
    ["User-Agent", "OutboundWebhooks/1.0"],
  ];
}

/** What receivers deduplicate by, in formats whose documentation names no headers for it. */
export function deliveryHeaders(event: OutgoingEvent): HeaderPairs {
  return [
    ["X-Webhook-Event-Id", event.eventId],
    ["X-Webhook-Delivery-Id", event.deliveryId],
    ["X-Webhook-Attempt", String(event.attempt)],
  ];
}
