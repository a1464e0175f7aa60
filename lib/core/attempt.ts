/** One HTTP call of a delivery, as a value: whatever a receiver does, it ends as one of these. */
export const ATTEMPT_ERRORS = [
  "dns",
  "blocked_address",
  "refused",
  "reset",
  "tls",
  "timeout",
  "http_status",
  "bad_response",
  "interrupted",
] as const;

export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

export type HeaderPairs = [name: string, value: string][];

export interface AttemptPhases {
  dnsMs?: number;
  connectMs?: number;
  tlsMs?: number;
  firstByteMs?: number;
}

export interface AttemptResponse {
  code: number;
  headers: HeaderPairs;
  /** The first 16 KiB, as they came. */
  body: Uint8Array;
  /** Bytes read, at most 64 KiB. */
  bytes: number;
}

export interface AttemptResult {
  startedAt: Date;
  durationMs: number;
  phases: AttemptPhases;
  remoteAddress?: string;
  tlsVersion?: string;
  /** Of the receiver's certificate. */
  tlsExpiresAt?: Date;
  response?: AttemptResponse;
  /** Undefined only where the receiver answered 2xx. */
  error?: AttemptError;
  /** Which kind of it: `expired` for tls, `first_byte` for timeout, `no_address` for dns… */
  errorDetail?: string;
}

/** The value of a response header; its name in lower case. */
export function headerOf(headers: HeaderPairs, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
