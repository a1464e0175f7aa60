/** Whatever breaks on the way to a receiver, as one of the closed set of attempt errors. */
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

/** Node's and OpenSSL's codes. */
const KNOWN: Record<string, [kind: AttemptError, detail?: string]> = {
  ECONNREFUSED: ["refused"],
  EHOSTUNREACH: ["refused", "unreachable"],
  ENETUNREACH: ["refused", "unreachable"],
  EADDRNOTAVAIL: ["refused", "unreachable"],
  ETIMEDOUT: ["timeout", "connect"],
  ECONNRESET: ["reset"],
  EPIPE: ["reset"],
  CERT_HAS_EXPIRED: ["tls", "expired"],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["tls", "self_signed"],
  SELF_SIGNED_CERT_IN_CHAIN: ["tls", "self_signed"],
  ERR_TLS_CERT_ALTNAME_INVALID: ["tls", "wrong_host"],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["tls", "untrusted"],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["tls", "untrusted"],
};

export function toEgressError(error: unknown): EgressError {
  if (error instanceof EgressError) return error;
  const code = codeOf(error);
  const known = KNOWN[code];
  if (known) return new EgressError(...known);
  if (/^ERR_SSL|^EPROTO/.test(code)) return new EgressError("tls", "protocol");
  if (/CERT|^ERR_TLS/.test(code)) return new EgressError("tls", "untrusted");
  return new EgressError("reset", code.toLowerCase() || undefined);
}

/** Several addresses were tried and all failed: the first failure speaks for them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
