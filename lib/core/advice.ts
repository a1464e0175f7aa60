/** Every way an attempt can end badly, in words its owner can act on. */
import { headerOf, type AttemptError, type HeaderPairs } from "./attempt";

export interface Failure {
  error: AttemptError;
  errorDetail: string | null;
  responseCode: number | null;
  responseHeaders: HeaderPairs;
  url: string | null;
  remoteAddress: string | null;
  /** ISO 8601, where the receiver showed a certificate. */
  tlsExpiresAt: string | null;
  timeoutMs: number;
  secretRotatedAt: string | null;
  /** What a receiver's firewall must let in; empty where it isn't known. */
  ourAddresses: readonly string[];
}

export interface Advice {
  happened: string;
  todo: string;
}

export function adviceFor(failure: Failure): Advice {
  const host = failure.url && URL.canParse(failure.url) ? new URL(failure.url).host : "the receiver";
  switch (failure.error) {
    case "dns":
      return failure.errorDetail === "timeout"
        ? {
            happened: `The name server didn't answer for ${host}.`,
            todo: "Check the host name and its name servers.",
          }
        : {
            happened: `${host} has no address.`,
            todo: "Check the host name. If it is new, DNS may need some minutes.",
          };
    case "blocked_address":
      if (failure.errorDetail === "url") {
        return {
          happened: "Nothing may be sent to this URL any more: the rules for destinations have changed.",
          todo: "Use https, a public host and an ordinary port.",
        };
      }
      return {
        happened: "This URL leads to a private or reserved address.",
        todo: "Use a public address. For local work, start with DESTINATIONS=local.",
      };
    case "refused":
      return refusedAdvice(failure, host);
    case "reset":
      return {
        happened: "The connection was closed before an answer.",
        todo: "Look for a crash or a proxy limit in the receiver's log at this time.",
      };
    case "tls":
      return tlsAdvice(failure, host);
    case "timeout":
      return timeoutAdvice(failure);
    case "bad_response":
      return { happened: "The answer wasn't valid HTTP.", todo: "Is this an HTTP or HTTPS port?" };
    case "interrupted":
      return {
        happened: "Our worker stopped in the middle; it may have arrived.",
        todo: "Nothing: it is sent again with the same event id.",
      };
    case "http_status":
      return statusAdvice(failure);
  }
}

function refusedAdvice({ errorDetail, remoteAddress, ourAddresses }: Failure, host: string): Advice {
  if (errorDetail === "proxy") {
    return {
      happened: `The proxy that deliveries go out through made no connection to ${remoteAddress ?? host}.`,
      todo: "Is the receiver listening on this port? If it is, whoever runs this product should look at EGRESS_PROXY.",
    };
  }
  return {
    happened: `${remoteAddress ?? host} refused the connection.`,
    todo: `Is the server running and listening on this port? Is a firewall in the way${ours(ourAddresses)}?`,
  };
}

const ours = (addresses: readonly string[]) =>
  addresses.length > 0 ? ` (our addresses: ${addresses.join(", ")})` : "";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function tlsAdvice({ errorDetail, tlsExpiresAt }: Failure, host: string): Advice {
  switch (errorDetail) {
    case "expired":
      return tlsExpiresAt
        ? { happened: `The certificate of ${host} ended on ${day.format(new Date(tlsExpiresAt))}.`, todo: "Renew it." }
        : { happened: `The certificate of ${host} has expired.`, todo: "Renew it." };
    case "self_signed":
      return {
        happened: `The certificate of ${host} is self-signed.`,
        todo: "Install the full chain from a public authority.",
      };
    case "wrong_host":
      return { happened: `The certificate is not for ${host}.`, todo: "Add this name to the certificate." };
    case "protocol":
      return { happened: "No common TLS version.", todo: "Allow TLS 1.2 or newer." };
    default:
      return {
        happened: `No secure connection to ${host} could be made.`,
        todo: "Check the certificate and its chain; allow TLS 1.2 or newer.",
      };
  }
}

function timeoutAdvice({ errorDetail, timeoutMs, ourAddresses }: Failure): Advice {
  const within = `within ${timeoutMs / 1000} s`;
  switch (errorDetail) {
    case "connect":
      return {
        happened: `No connection ${within}.`,
        todo: `Check that the server can be reached from outside${ours(ourAddresses)}.`,
      };
    case "body":
      return {
        happened: `The answer was not finished ${within}.`,
        todo: "Answer 2xx and end the response; don't stream.",
      };
    default:
      return { happened: `No answer ${within}.`, todo: "Answer 2xx at once and do the work afterwards." };
  }
}

function statusAdvice({ responseCode, responseHeaders, secretRotatedAt }: Failure): Advice {
  const code = responseCode ?? 0;
  if (code >= 300 && code < 400) {
    const location = headerOf(responseHeaders, "location");
    return {
      happened: `${code}: it answered with a redirect${location ? ` to ${location}` : ""}. Redirects aren't followed.`,
      todo: "Put the final URL here.",
    };
  }
  if (code === 401 || code === 403) {
    const rotated = secretRotatedAt ? " The secret was rotated: the receiver needs the new one." : "";
    return {
      happened: `${code}: the receiver refused the signature or credentials.`,
      todo: `Compare the secret it uses with this webhook's.${rotated}`,
    };
  }
  if (code === 404 || code === 405) {
    return {
      happened: `${code}: nothing answers POST at this path.`,
      todo: "Check path and method. n8n: use the Production URL and publish the workflow.",
    };
  }
  if (code === 410) {
    return {
      happened: "410: the receiver said “gone”.",
      todo: "The webhook was disabled. Resume it, or create it anew.",
    };
  }
  if (code === 429) {
    const wait = headerOf(responseHeaders, "retry-after");
    return {
      happened: `429: too many requests${wait ? `; it asked to wait (Retry-After: ${wait})` : ""}.`,
      todo: "Give this webhook a rate that the receiver can take, or raise the receiver's limit.",
    };
  }
  if (code >= 500) {
    return { happened: `${code}: the receiver failed.`, todo: "Look at its log at this time." };
  }
  return {
    happened: `${code}: the receiver refused the payload.`,
    todo: "Compare it with the format that the receiver expects; see its answer below.",
  };
}
