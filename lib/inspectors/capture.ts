/** What comes to an inspector's address: kept for its account, answered as it was programmed. */
import { MASK } from "../core/authorization";
import type { HeaderPairs } from "../core/attempt";
import { INSPECTED_REQUESTS_MAX } from "../core/inspector-limits";
import { AppError } from "../core/errors";
import { pool } from "../db";
import { newId } from "../new-id";
import { turns } from "../turns";

export interface Captured {
  token: string;
  method: string;
  /** What follows the token, with the query. */
  path: string;
  headers: HeaderPairs;
  /** Its beginning, where it was too long. */
  body: Buffer;
  /** Of the whole body. */
  bytes: number;
  isTruncated: boolean;
  remoteAddress: string;
}

export interface CapturedAnswer {
  status: number;
  delayMs: number;
  contentType: string;
  body: string;
  headers: Record<string, string>;
}

/** Senders' own secrets are nobody's business here; a signature is what an inspector is for. */
const CREDENTIALS = /^(proxy-authorization|authorization|cookie)$|(^|-)(api-?key|token|password|secret)$/i;

/** The inspector's row is locked, so that of many requests at once exactly as many fail as were told to. */
const CAPTURE = `
WITH inspector AS (
  SELECT id, status, delay_ms, content_type, body, headers, fail_status, fail_next FROM inspectors WHERE token = $1 FOR UPDATE
), counted AS (
  UPDATE inspectors SET request_count = request_count + 1, fail_next = greatest(inspectors.fail_next - 1, 0),
    last_request_at = now()
  FROM inspector WHERE inspectors.id = inspector.id
), kept AS (
  INSERT INTO inspected_requests
    (id, inspector_id, method, path, headers, body, bytes, is_truncated, remote_address, event_type, attempt,
     answered_status)
  SELECT $2, id, $3, $4, $5, $6, $7, $8, $9, $10, $11,
    CASE WHEN $8 THEN 413 WHEN fail_next > 0 THEN fail_status ELSE status END
  FROM inspector
), dropped AS (
  DELETE FROM inspected_requests USING inspector
  WHERE inspector_id = inspector.id AND inspected_requests.id <= (
    SELECT last.id FROM inspected_requests AS last WHERE last.inspector_id = inspector.id
    ORDER BY last.id DESC OFFSET ${INSPECTED_REQUESTS_MAX - 1} LIMIT 1)
)
SELECT CASE WHEN fail_next > 0 THEN fail_status ELSE status END AS status, delay_ms AS "delayMs",
  content_type AS "contentType", CASE WHEN fail_next > 0 THEN '' ELSE body END AS body,
  CASE WHEN fail_next > 0 THEN '{}' ELSE headers END AS headers
FROM inspector`;

const MAX_AT_ONCE = 3;
const MAX_WAITING = 200;

/**
 * They all lock one row, so they wait here for each other, and not with a connection in their hands: whoever floods an
 * inspector slows that one.
 */
const inTurn = turns(
  { max: MAX_AT_ONCE, maxWaiting: MAX_WAITING },
  () => new AppError("rate_limited", "Too many requests for this inspector at once."),
);

/** @returns undefined where there is no such inspector @throws AppError rate_limited */
export const capture = (request: Captured) => inTurn(request.token, () => keep(request));

async function keep(request: Captured): Promise<CapturedAnswer | undefined> {
  const { token, method, path, headers, body, bytes, isTruncated, remoteAddress } = request;
  const masked = headers.map(([name, value]) => [name, CREDENTIALS.test(name) ? MASK : value]);
  const told = [eventTypeIn(body), attemptIn(headers)];
  const values = [
    token,
    newId(),
    method,
    path,
    JSON.stringify(masked),
    body,
    bytes,
    isTruncated,
    remoteAddress,
    ...told,
  ];
  const { rows } = await pool().query<CapturedAnswer>({ name: "capture", text: CAPTURE, values });
  return rows[0];
}

/** Every wire format names the type at the beginning of its body. */
const HEAD_BYTES = 400;
const TYPE_IN_HEAD = /^\{(?:"applicationID":"[^"]*",)?"(?:event|type|webhookType)":"([a-z0-9_.]{1,100})"/;

const eventTypeIn = (body: Buffer) => TYPE_IN_HEAD.exec(body.subarray(0, HEAD_BYTES).toString("latin1"))?.[1] ?? null;

function attemptIn(headers: HeaderPairs): number | null {
  const value = headers.find(([name]) => /^x-(sydx|webhook)-attempt$/i.test(name))?.[1] ?? "";
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}
