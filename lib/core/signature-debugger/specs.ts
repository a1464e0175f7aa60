/** What is signed, with which key, and where the signature stands: by format. */
import type { HeaderPairs } from "../attempt";
import type { FormatName } from "../formats";
import { hmacSha256 } from "../sha256";
import { base64Of, bytesOf, hexOf } from "../signature-variants";
import { headerValue } from "./step";

export interface Spec {
  header: string;
  /** Beside it in a grace period, where it isn't within it. */
  previousHeader?: string;
  /** The same once more, written `sha256=<hex>`. */
  prefixedHeader?: string;
  encoding: "hex" | "base64";
  /** Whether the key is what the secret decodes to. */
  decodes: boolean;
  /** Top-level keys of the body, in their order. */
  envelope: readonly string[];
  /** What may have been signed; the first of them is right. */
  contents: readonly { kind: ContentKind; of: (body: string, headers: HeaderPairs) => string | undefined }[];
}

export type ContentKind = "right" | "time_and_body" | "id_and_body" | "id_time_body" | "body_only";

const bodyOnly = { kind: "right", of: (body: string) => body } as const;

const hexSpec = (header: string, timeHeader: string | undefined, envelope: readonly string[]): Spec => ({
  header,
  previousHeader: `${header}-Previous`,
  encoding: "hex",
  decodes: false,
  envelope,
  contents: [
    bodyOnly,
    {
      kind: "time_and_body",
      of: (body, headers) => {
        const time = timeHeader && headerValue(headers, timeHeader);
        return time === undefined ? undefined : `${time}.${body}`;
      },
    },
  ],
});

export const STANDARD = { id: "webhook-id", time: "webhook-timestamp", signature: "webhook-signature" } as const;

const joined =
  (...names: string[]) =>
  (body: string, headers: HeaderPairs) => {
    const values = names.map((name) => headerValue(headers, name));
    return values.includes(undefined) ? undefined : [...values, body].join(".");
  };

export const SPECS: Record<Exclude<FormatName, "sidecar">, Spec> = {
  sydx: hexSpec("X-Sydx-Signature", "X-Sydx-Timestamp", ["event", "timestamp", "tenantId", "data"]),
  aisync: {
    ...hexSpec("X-Webhook-Signature", undefined, ["event", "timestamp", "webhook_id", "data", "metadata"]),
    prefixedHeader: "X-Webhook-Signature-256",
  },
  standard: {
    header: STANDARD.signature,
    encoding: "base64",
    decodes: true,
    envelope: ["type", "timestamp", "data"],
    contents: [
      { kind: "right", of: joined(STANDARD.id, STANDARD.time) },
      { kind: "body_only", of: (body) => body },
      { kind: "time_and_body", of: joined(STANDARD.time) },
      { kind: "id_and_body", of: joined(STANDARD.id) },
    ],
  },
};

/** The signature as the format writes it. */
export function signed({ encoding }: Spec, key: Uint8Array, content: string): string {
  const digest = hmacSha256(key, bytesOf(content));
  return encoding === "hex" ? hexOf(digest) : base64Of(digest);
}
