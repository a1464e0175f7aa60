import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { HeaderPairs } from "./attempt";
import { FORMAT_NAMES, type FormatName } from "./formats";
import { hmac } from "./formats/hmac";
import { buildRequest } from "./formats/request";
import { checkSignature, type CheckedRequest } from "./signature-check";

const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString("base64")}`;
const [secret, older, foreign] = [secretOf("a"), secretOf("b"), secretOf("c")];
const attemptedAt = new Date("2026-03-25T08:22:50.000Z");

function sent(format: FormatName, more: { previousSecret?: string } = {}): CheckedRequest {
  const event = {
    ...{ eventId: "evt_1", deliveryId: "dlv_1", attempt: 1, attemptedAt, type: "contact.created" },
    ...{ timestamp: attemptedAt, accountId: "acc_1", webhookId: "wh_1", data: '{"name":"Ada ✓"}' },
  };
  const keys = { secret, authorization: "Bearer x", ...more };
  const { headers, body } = buildRequest({ format, extraHeaders: [], event, keys }, hmac);
  return { headers, body: Buffer.from(body), isTruncated: false, receivedAt: attemptedAt };
}

const withHeader = (request: CheckedRequest, name: string, value: string | undefined): CheckedRequest => ({
  ...request,
  headers: [
    ...request.headers.filter(([given]) => given.toLowerCase() !== name.toLowerCase()),
    ...(value === undefined ? [] : [[name, value] as HeaderPairs[number]]),
  ],
});

const lastOf = ({ steps }: ReturnType<typeof checkSignature>) => steps.at(-1);

const signing = FORMAT_NAMES.filter((name) => name !== "sidecar");
const SIGNATURE: Record<string, string> = {
  sydx: "X-Sydx-Signature",
  aisync: "X-Webhook-Signature",
  standard: "webhook-signature",
};

describe.each(signing)("of %s", (format) => {
  const header = SIGNATURE[format] ?? "";

  it("what the worker sends is verified, with the secret it has and no other", () => {
    const check = checkSignature(format, sent(format), { secret });
    expect(check).toMatchObject({ verdict: "verified", cause: null });
    expect(check.steps.every(({ isOk }) => isOk)).toBe(true);
    expect(checkSignature(format, sent(format), { secret: foreign })).toMatchObject({ verdict: "failed", cause: null });
  });

  it("a body that was changed fits no longer", () => {
    const request = sent(format);
    const body = Buffer.from(Buffer.from(request.body).toString().replace("Ada", "Eve"));
    expect(lastOf(checkSignature(format, { ...request, body }, { secret }))).toEqual({
      step: "signature",
      isOk: false,
      header,
    });
  });

  it("what is missing, misspelt or cut off is said to be so", () => {
    const request = sent(format);
    const stepOf = (changed: CheckedRequest) => lastOf(checkSignature(format, changed, { secret }));
    expect(stepOf({ ...request, isTruncated: true })).toEqual({ step: "whole", isOk: false, header: null });
    expect(stepOf(withHeader(request, header, undefined))).toEqual({ step: "header", isOk: false, header });
    expect(stepOf(withHeader(request, header, "abc"))).toEqual({ step: "encoding", isOk: false, header });
  });

  it("a signature by the previous secret is told from a wrong one", () => {
    const check = checkSignature(format, sent(format), { secret: foreign, previousSecret: secret });
    expect(check).toMatchObject({ verdict: "previous", cause: "previous_secret" });
  });

  it("a receiver that knows only the older secret still takes it during the grace period", () => {
    const verdict = checkSignature(format, sent(format, { previousSecret: older }), { secret: older }).verdict;
    // The body of AI Sync is signed inside, too, where there is room for one signature.
    expect(verdict).toBe({ sydx: "previous", standard: "verified", aisync: "failed" }[format as string]);
  });

  it("the cause is found: a rotation since, another writing of the JSON, a line end, the key's other reading", () => {
    const request = sent(format);
    const causeOf = (changed: CheckedRequest, key = secret, rotatedAt?: Date) =>
      checkSignature(format, changed, { secret: key, rotatedAt }).cause;
    expect(causeOf(request, foreign, new Date("2026-03-25T09:00:00.000Z"))).toBe("rotated_since");
    expect(causeOf(request, foreign, new Date("2026-03-25T08:00:00.000Z"))).toBeNull();
    const text = Buffer.from(request.body).toString();
    expect(causeOf({ ...request, body: Buffer.from(JSON.stringify(JSON.parse(text), null, 2)) })).toBe("reserialised");
    const lined = { ...request, body: Buffer.from(`${text} `) };
    expect(["line_end", "reserialised"]).toContain(causeOf(lined));
    const isHex = format !== "standard";
    const key = isHex ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret);
    const signed = isHex ? text : `evt_1.${Math.floor(attemptedAt.getTime() / 1000)}.${text}`;
    const other = createHmac("sha256", key)
      .update(signed)
      .digest(isHex ? "hex" : "base64");
    expect(causeOf(withHeader(request, header, isHex ? other : `v1,${other}`))).toBe(
      isHex ? "decoded_key" : "text_key",
    );
  });
});

describe("by itself", () => {
  it("sydx's timestamp has to be the body's", () => {
    const check = checkSignature("sydx", withHeader(sent("sydx"), "X-Sydx-Timestamp", "2026-01-01T00:00:00.000Z"), {
      secret,
    });
    expect(lastOf(check)).toEqual({ step: "timestamp", isOk: false, header: "X-Sydx-Timestamp" });
  });

  it("a standard signature that is right is refused when it is old", () => {
    const request = { ...sent("standard"), receivedAt: new Date(attemptedAt.getTime() + 301_000) };
    expect(lastOf(checkSignature("standard", request, { secret }))).toMatchObject({ step: "recent", isOk: false });
  });

  it("a base64 signature where hex is due is called that", () => {
    const base64 = createHmac("sha256", secret).update(sent("sydx").body).digest("base64");
    expect(checkSignature("sydx", withHeader(sent("sydx"), "X-Sydx-Signature", base64), { secret }).cause).toBe(
      "base64",
    );
  });

  it("sidecar signs nothing: its header is there, or it is not", () => {
    expect(checkSignature("sidecar", sent("sidecar"), { secret }).verdict).toBe("unsigned");
    expect(checkSignature("sidecar", withHeader(sent("sidecar"), "Authorization", undefined), { secret }).verdict).toBe(
      "failed",
    );
  });

  it("never says what the signature would have been", () => {
    const request = withHeader(sent("sydx"), "X-Sydx-Signature", "0".repeat(64));
    const right = hmac(Buffer.from(request.body).toString(), { text: secret }, "hex");
    expect(JSON.stringify(checkSignature("sydx", request, { secret }))).not.toContain(right);
  });
});
