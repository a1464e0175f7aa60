/** What every wire format promises: pure, and the same bytes on every attempt of a delivery. */
import type { HeaderPairs } from "../attempt";

export interface OutgoingEvent {
  /** `evt_…` */
  eventId: string;
  /** `dlv_…` */
  deliveryId: string;
  /** 1 for the first attempt */
  attempt: number;
  type: string;
  timestamp: Date;
  /** `acc_…` */
  accountId: string;
  /** `wh_…` */
  webhookId: string;
  /** Canonical JSON text, as stored at publishing. */
  data: string;
}

export interface SigningKeys {
  secret: string;
  /** During a grace period after rotation. */
  previousSecret?: string;
}

export interface OutgoingRequest {
  headers: HeaderPairs;
  /** UTF-8 text: the bytes signed are the bytes sent. */
  body: string;
}

export interface WireFormat {
  build(event: OutgoingEvent, keys: SigningKeys): OutgoingRequest;
}
