/**
 * Checks a request as its receiver would, and says which step fails. It never says what the right signature would have
 * been: whoever may read requests is not for that reason allowed to sign them.
 */
import { createHmac } from "node:crypto";
import type { HeaderPairs } from "./attempt";
import type { FormatName } from "./formats";
import type { SignatureCause, SignatureCheck, SignatureStep } from "./inspector";

export interface CheckedRequest {
  headers: Readonly<HeaderPairs>;
  /** As it came. */
  body: Uint8Array;
  /** Only its beginning is there. */
  isTruncated: boolean;
  receivedAt: Date;
}

export interface CheckingKeys {
  /** `whsec_…`, or what another sender has. */
  secret: string;
  previousSecret?: string | undefined;
  /** When the secret became what it is. */
  rotatedAt?: Date | undefined;
}

type Checked = Pick<SignatureCheck, "format" | "verdict" | "steps" | "cause">;

/** Standard Webhooks: a receiver refuses what is older or newer. */
const TOLERANCE_SECONDS = 300;

interface Wire {
  /** Signature and encoding are read from this header. */
  header: string;
  previousHeader?: string;
  isHex: boolean;
}

const WIRES: Record<Exclude<FormatName, "sidecar">, Wire> = {
  sydx: { header: "X-Sydx-Signature", previousHeader: "X-Sydx-Signature-Previous", isHex: true },
  aisync: { header: "X-Webhook-Signature", previousHeader: "X-Webhook-Signature-Previous", isHex: true },
  standard: { header: "webhook-signature", isHex: false },
};

export function checkSignature(format: FormatName, request: CheckedRequest, keys: CheckingKeys): Checked {
  if (format === "sidecar") {
    const isThere = headerOf(request, "Authorization") !== undefined;
    const steps = [{ step: "header", isOk: isThere, header: "Authorization" } as const];
    return { format, verdict: isThere ? "unsigned" : "failed", steps, cause: null };
  }
  const wire = WIRES[format];
  const steps: Checked["steps"] = [];
  const holds = (step: SignatureStep, isOk: boolean, header: string | null = null) => {
    steps.push({ step, isOk, header });
    return isOk;
  };
  const end = (verdict: Checked["verdict"], cause: SignatureCause | null = null): Checked => ({
    ...{ format, verdict, steps, cause },
  });

  if (!holds("whole", !request.isTruncated)) return end("failed");
  const given = headerOf(request, wire.header);
  if (!holds("header", given !== undefined, wire.header) || given === undefined) return end("failed");
  const signatures = signaturesIn(given, wire);
  if (!holds("encoding", signatures.length > 0, wire.header)) {
    return end("failed", wire.isHex && looksLikeBase64(given) ? "base64" : null);
  }
  if (format === "standard") {
    if (!holds("header", headerOf(request, "webhook-id") !== undefined, "webhook-id")) return end("failed");
    const seconds = headerOf(request, "webhook-timestamp");
    if (!holds("timestamp", /^\d{1,12}$/.test(seconds ?? ""), "webhook-timestamp")) return end("failed");
  }
  if (format === "sydx") {
    const isSame = headerOf(request, "X-Sydx-Timestamp") === timestampIn(request.body);
    if (!holds("timestamp", isSame, "X-Sydx-Timestamp")) return end("failed");
  }

  const signed = signedBytes(format, request, request.body);
  const isBy = (secret: string, bytes = signed) => signatures.includes(sign(format, secret, bytes));
  let verdict: Checked["verdict"] = "verified";
  if (!isBy(keys.secret)) {
    const older = headerOf(request, wire.previousHeader ?? "")?.toLowerCase();
    const isByOlder = older === sign(format, keys.secret, signed);
    if (!isByOlder && (keys.previousSecret === undefined || !isBy(keys.previousSecret))) {
      holds("signature", false, wire.header);
      return end("failed", causeOf(format, request, keys, isBy));
    }
    verdict = "previous";
  }
  holds("signature", true, wire.header);
  if (format === "standard" && !holds("recent", isRecent(request), "webhook-timestamp")) return end("failed");
  if (format === "aisync") {
    // A retry sends the bytes of the first attempt again, also when the secret was rotated in between.
    const isInside = [keys.secret, keys.previousSecret].some(
      (secret) => secret && isSignedInside(request.body, secret),
    );
    if (!holds("body", isInside, "metadata.signature")) return end("failed", keys.rotatedAt ? "rotated_since" : null);
  }
  return end(verdict, verdict === "previous" ? "previous_secret" : null);
}

type IsBy = (secret: string, bytes?: Uint8Array) => boolean;

function causeOf(format: FormatName, request: CheckedRequest, keys: CheckingKeys, isBy: IsBy): SignatureCause | null {
  const { secret, rotatedAt } = keys;
  const signedBodies = (body: string) => isBy(secret, signedBytes(format, request, Buffer.from(body)));
  const text = new TextDecoder().decode(request.body);
  const again = reserialised(text);
  if (again !== undefined && again !== text && signedBodies(again)) return "reserialised";
  if ([text.trimEnd(), `${text}\n`].some((other) => other !== text && signedBodies(other))) return "line_end";
  const other = format === "standard" ? "text" : "base64";
  const signed = signedBytes(format, request, request.body);
  const signatures = signaturesIn(headerOf(request, wireOf(format).header) ?? "", wireOf(format));
  if (signatures.includes(hmac(signed, keyOf(secret, other), wireOf(format).isHex))) {
    return other === "base64" ? "decoded_key" : "text_key";
  }
  return rotatedAt && rotatedAt > request.receivedAt ? "rotated_since" : null;
}

const wireOf = (format: FormatName): Wire => WIRES[format === "sidecar" ? "sydx" : format];

function signedBytes(format: FormatName, request: CheckedRequest, body: Uint8Array): Uint8Array {
  if (format !== "standard") return body;
  const head = `${headerOf(request, "webhook-id")}.${headerOf(request, "webhook-timestamp")}.`;
  return Buffer.concat([Buffer.from(head), body]);
}

const sign = (format: FormatName, secret: string, bytes: Uint8Array) =>
  hmac(bytes, keyOf(secret, format === "standard" ? "base64" : "text"), wireOf(format).isHex);

const hmac = (bytes: Uint8Array, key: Uint8Array, isHex: boolean) =>
  createHmac("sha256", key)
    .update(bytes)
    .digest(isHex ? "hex" : "base64");

const keyOf = (secret: string, as: "text" | "base64") =>
  as === "text" ? Buffer.from(secret) : Buffer.from(secret.replace(/^whsec_/, ""), "base64");

/** Lower-case hex, or each `v1,<base64>`. */
function signaturesIn(value: string, { isHex }: Wire): string[] {
  if (isHex) return /^[0-9a-f]{64}$/i.test(value) ? [value.toLowerCase()] : [];
  return value.split(" ").flatMap((part) => (/^v1,[A-Za-z0-9+/]{43}=$/.test(part) ? [part.slice(3)] : []));
}

const looksLikeBase64 = (value: string) => /^[A-Za-z0-9+/]{43}=$/.test(value);

function isRecent(request: CheckedRequest): boolean {
  const seconds = Number(headerOf(request, "webhook-timestamp"));
  return Math.abs(request.receivedAt.getTime() / 1000 - seconds) <= TOLERANCE_SECONDS;
}

/** AI Sync signs once more, inside: the body without that member. */
function isSignedInside(body: Uint8Array, secret: string): boolean {
  const [, head, signature] =
    /^(.*),"signature":"sha256=([0-9a-f]{64})"\}\}$/s.exec(Buffer.from(body).toString()) ?? [];
  return head !== undefined && signature === hmac(Buffer.from(`${head}}}`), keyOf(secret, "text"), true);
}

function timestampIn(body: Uint8Array): unknown {
  const parsed = parse(Buffer.from(body).toString());
  return typeof parsed === "object" && parsed !== null && "timestamp" in parsed ? parsed.timestamp : undefined;
}

function reserialised(text: string): string | undefined {
  const parsed = parse(text);
  return parsed === undefined ? undefined : JSON.stringify(parsed);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function headerOf({ headers }: CheckedRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([given]) => given.toLowerCase() === wanted)?.[1];
}
