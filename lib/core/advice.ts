/** Every way an attempt can end badly, in words its owner can act on. */
import { headerOf, type AttemptError, type HeaderPairs } from "./attempt";
import type { Translate } from "./messages/translate";
import { parseUrl } from "./parse-url";
import { parseRetryAfter } from "./retry";
import { formatSeconds } from "./schedule";

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
  /** ISO 8601. */
  secretRotatedAt: string | null;
  /** ISO 8601: when the attempt began, where that is known. */
  startedAt?: string | undefined;
  /** A test neither disables nor counts. */
  isTest?: boolean | undefined;
  /** What a receiver's firewall must let in; empty where it isn't known. */
  ourAddresses: readonly string[];
}

export interface Advice {
  happened: string;
  todo: string;
}

/** Instants, Unix milliseconds, as the reader's language and zone have them. */
export interface InstantWords {
  date: (at: number) => string;
  exact: (at: number) => string;
}

type Words = Translate<"advice">;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const IN_UTC: InstantWords = {
  date: (at) => day.format(at),
  exact: (at) => `${day.format(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`,
};

export function adviceFor(t: Words, failure: Failure, instants = IN_UTC): Advice {
  const host = hostOf(failure) ?? t("receiver");
  const { errorDetail, responseCode } = failure;
  switch (failure.error) {
    case "dns":
      return errorDetail === "timeout"
        ? { happened: t("dnsTimeout.happened", { host }), todo: t("dnsTimeout.todo") }
        : { happened: t("dns.happened", { host }), todo: t("dns.todo") };
    case "blocked_address":
      return errorDetail === "url"
        ? { happened: t("blockedUrl.happened"), todo: t("blockedUrl.todo") }
        : { happened: t("blocked.happened"), todo: t("blocked.todo") };
    case "refused":
      return refusedAdvice(t, failure, failure.remoteAddress ?? host);
    case "reset":
      return {
        happened: t(responseCode === null ? "reset.happened" : "reset.happenedHalf"),
        todo: t("reset.todo"),
      };
    case "tls":
      return tlsAdvice(t, failure, { host, instants });
    case "timeout":
      return timeoutAdvice(t, failure);
    case "bad_response":
      return errorDetail === "headers_too_large"
        ? { happened: t("badResponse.happenedLarge"), todo: t("badResponse.todoLarge") }
        : { happened: t("badResponse.happened"), todo: t("badResponse.todo") };
    case "interrupted":
      return { happened: t("interrupted.happened"), todo: t("interrupted.todo") };
    case "http_status":
      return statusAdvice(t, failure, instants);
  }
}

const hostOf = ({ url }: Failure) => (url ? parseUrl(url)?.host : undefined);

function refusedAdvice(t: Words, { errorDetail, ourAddresses }: Failure, address: string): Advice {
  if (errorDetail === "proxy") {
    return { happened: t("refusedByProxy.happened", { address }), todo: t("refusedByProxy.todo") };
  }
  if (errorDetail === "unreachable") {
    return { happened: t("unreachable.happened", { address }), todo: t("unreachable.todo") };
  }
  const addresses = ourAddresses.join(", ");
  return {
    happened: t("refused.happened", { address }),
    todo: addresses ? t("refused.todoOurs", { addresses }) : t("refused.todo"),
  };
}

interface TlsContext {
  host: string;
  instants: InstantWords;
}

function tlsAdvice(t: Words, { errorDetail, tlsExpiresAt }: Failure, { host, instants }: TlsContext): Advice {
  switch (errorDetail) {
    case "expired":
      return {
        happened: tlsExpiresAt
          ? t("expired.happenedOn", { host, day: instants.date(Date.parse(tlsExpiresAt)) })
          : t("expired.happened", { host }),
        todo: t("expired.todo"),
      };
    case "self_signed":
      return { happened: t("selfSigned.happened", { host }), todo: t("selfSigned.todo") };
    case "wrong_host":
      return { happened: t("wrongHost.happened", { host }), todo: t("wrongHost.todo") };
    case "untrusted":
      return { happened: t("untrusted.happened", { host }), todo: t("untrusted.todo") };
    case "protocol":
      return { happened: t("protocol.happened", { host }), todo: t("protocol.todo") };
    default:
      return { happened: t("tls.happened", { host }), todo: t("tls.todo") };
  }
}

function timeoutAdvice(t: Words, { errorDetail, timeoutMs, ourAddresses }: Failure): Advice {
  const limit = `${timeoutMs / 1000} s`;
  const addresses = ourAddresses.join(", ");
  switch (errorDetail) {
    case "connect":
      return {
        happened: t("connectTimeout.happened", { limit }),
        todo: addresses ? t("connectTimeout.todoOurs", { addresses }) : t("connectTimeout.todo"),
      };
    case "body":
      return { happened: t("bodyTimeout.happened", { limit }), todo: t("bodyTimeout.todo") };
    default:
      return { happened: t("answerTimeout.happened", { limit }), todo: t("answerTimeout.todo") };
  }
}

function statusAdvice(t: Words, failure: Failure, instants: InstantWords): Advice {
  const { responseHeaders, secretRotatedAt, startedAt } = failure;
  const status = failure.responseCode ?? 0;
  const code = String(status);
  if (status >= 300 && status < 400) {
    const location = headerOf(responseHeaders, "location");
    return {
      happened: location ? t("redirect.happenedTo", { code, location }) : t("redirect.happened", { code }),
      todo: t("redirect.todo"),
    };
  }
  if (status === 401 || status === 403) {
    // What was sent before the rotation was signed with the old secret: that is not why it was refused.
    const isSince = secretRotatedAt !== null && (startedAt === undefined || secretRotatedAt <= startedAt);
    return {
      happened: t("unauthorized.happened", { code }),
      todo: isSince
        ? t("unauthorized.todoRotated", { since: instants.exact(Date.parse(secretRotatedAt)) })
        : t("unauthorized.todo"),
    };
  }
  if (status === 404 || status === 405) return { happened: t("notFound.happened", { code }), todo: t("notFound.todo") };
  if (status === 410) return { happened: t("gone.happened"), todo: t(failure.isTest ? "gone.todoTest" : "gone.todo") };
  if (status === 429) return tooManyAdvice(t, failure);
  if (status >= 500 && status < 600) return { happened: t("failed.happened", { code }), todo: t("failed.todo") };
  if (status >= 400 && status < 500) return { happened: t("payload.happened", { code }), todo: t("payload.todo") };
  return { happened: t("unexpected.happened", { code }), todo: t("unexpected.todo") };
}

function tooManyAdvice(t: Words, { responseHeaders, startedAt }: Failure): Advice {
  const asked = headerOf(responseHeaders, "retry-after");
  // A date can be turned into a span only by the moment it was said at.
  const isSpan = /^\s*\d+\s*$/.test(asked ?? "");
  const ms = isSpan || startedAt ? parseRetryAfter(asked, new Date(startedAt ?? 0)) : undefined;
  return {
    happened:
      ms === undefined
        ? t("tooMany.happened")
        : t("tooMany.happenedWait", { wait: formatSeconds(Math.ceil(ms / 1000)) }),
    todo: t("tooMany.todo"),
  };
}
