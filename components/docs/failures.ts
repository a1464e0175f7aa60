/** Every way an attempt ends badly, each with the words that the delivery log uses. */
import { adviceFor, type Advice, type Failure } from "@/lib/core/advice";
import { english } from "@/lib/core/messages/english";
import { ATTEMPT_ERRORS, type AttemptError, type HeaderPairs } from "@/lib/core/attempt";
import { anchorOfStatus } from "./anchors";

export interface DocumentedFailure {
  /** Its anchor: the error, and which kind of it. */
  id: string;
  name: string;
  advice: Advice;
}

const DETAILS: Partial<Record<AttemptError, readonly string[]>> = {
  dns: ["no_address", "timeout"],
  blocked_address: ["address", "url"],
  refused: ["connection", "proxy"],
  tls: ["expired", "self_signed", "wrong_host", "untrusted", "protocol", "other"],
  timeout: ["connect", "first_byte", "body"],
};

const CODES: readonly { codes: string; code: number; headers?: HeaderPairs }[] = [
  { codes: "3xx", code: 301, headers: [["location", "https://hooks.example.com/new"]] },
  { codes: "400, 415, 422 and others", code: 400 },
  { codes: "401, 403", code: 401 },
  { codes: "404, 405", code: 404 },
  { codes: "410", code: 410 },
  { codes: "429", code: 429, headers: [["retry-after", "30"]] },
  { codes: "5xx", code: 500 },
];

const example = (egressIps: readonly string[]): Failure => ({
  error: "http_status",
  errorDetail: null,
  responseCode: null,
  responseHeaders: [],
  url: "https://hooks.example.com/webhook",
  remoteAddress: "203.0.113.7:443",
  tlsExpiresAt: null,
  timeoutMs: 5000,
  secretRotatedAt: null,
  ourAddresses: egressIps,
});

/** @param egressIps where deliveries come from, as far as known */
export function connectionFailures(egressIps: readonly string[]): DocumentedFailure[] {
  return ATTEMPT_ERRORS.filter((error) => error !== "http_status").flatMap((error) =>
    (DETAILS[error] ?? [null]).map((errorDetail, index) => ({
      id: index === 0 ? error : `${error}-${errorDetail}`,
      name: errorDetail === null ? error : `${error}: ${errorDetail.replaceAll("_", " ")}`,
      advice: adviceFor(english("advice"), { ...example(egressIps), error, errorDetail }),
    })),
  );
}

export function statusFailures(): DocumentedFailure[] {
  return CODES.map(({ codes, code, headers = [] }) => ({
    id: anchorOfStatus(code),
    name: codes,
    advice: adviceFor(english("advice"), { ...example([]), responseCode: code, responseHeaders: headers }),
  }));
}
