/** Whatever breaks on the way to a receiver, as one of the closed set of attempt errors. */
import { errors } from "undici";
import type { AttemptError } from "../../lib/core/attempt";

export class EgressError extends Error {
  readonly kind: AttemptError;
  readonly detail: string | undefined;

  constructor(kind: AttemptError, detail?: string) {
    super(detail ? `${kind}: ${detail}` : kind);
    this.name = "EgressError";
    this.kind = kind;
    this.detail = detail;
  }
}

/** Node's, OpenSSL's and undici's codes. */
const KNOWN: Record<string, [kind: AttemptError, detail?: string]> = {
  ECONNREFUSED: ["refused"],
  EHOSTUNREACH: ["refused", "unreachable"],
  ENETUNREACH: ["refused", "unreachable"],
  EADDRNOTAVAIL: ["refused", "unreachable"],
  ETIMEDOUT: ["timeout", "connect"],
  ECONNRESET: ["reset"],
  EPIPE: ["reset"],
  UND_ERR_SOCKET: ["reset"],
  CERT_HAS_EXPIRED: ["tls", "expired"],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["tls", "self_signed"],
  SELF_SIGNED_CERT_IN_CHAIN: ["tls", "self_signed"],
  ERR_TLS_CERT_ALTNAME_INVALID: ["tls", "wrong_host"],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["tls", "untrusted"],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["tls", "untrusted"],
  ERR_ASSERTION: ["bad_response", "not_http"],
  UND_ERR_HEADERS_OVERFLOW: ["bad_response", "headers_too_large"],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ["bad_response", "content_length"],
};

export function toEgressError(error: unknown): EgressError {
  if (error instanceof EgressError) return error;
  const code = codeOf(error);
  if (code === "UND_ERR_SOCKET" && isUnaskedInterim(error)) return new EgressError("bad_response", "unasked_interim");
  const known = KNOWN[code];
  if (known) return new EgressError(...known);
  if (/^ERR_SSL|^EPROTO/.test(code)) return new EgressError("tls", "protocol");
  if (/CERT|^ERR_TLS/.test(code)) return new EgressError("tls", "untrusted");
  // By its class: undici 7 leaves the code of a parser's error undefined.
  if (error instanceof errors.HTTPParserError) return new EgressError("bad_response", "not_http");
  return new EgressError("reset", code.toLowerCase() || undefined);
}

/** undici gives up on 100 and 101, which nobody asked for, with the code of a closed socket. */
function isUnaskedInterim(error: unknown): boolean {
  return error instanceof Error && /^bad (response|upgrade)$/.test(error.message);
}

/** Several addresses were tried and all failed: the first failure speaks for them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
