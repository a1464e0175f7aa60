import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hmacSha256, sha256 } from "./sha256";

const bytes = fc.uint8Array({ maxLength: 300 });
const hex = (digest: Uint8Array) => Buffer.from(digest).toString("hex");

it("hashes as node:crypto does", () => {
  fc.assert(
    fc.property(bytes, (message) => hex(sha256(message)) === createHash("sha256").update(message).digest("hex")),
  );
});

it("signs as node:crypto does, with keys of any length", () => {
  fc.assert(
    fc.property(
      bytes,
      bytes,
      (key, message) => hex(hmacSha256(key, message)) === createHmac("sha256", key).update(message).digest("hex"),
    ),
  );
});

it("takes the longest body there is", () => {
  const message = new Uint8Array(300_000).fill(0xe2);
  expect(hex(sha256(message))).toBe(createHash("sha256").update(message).digest("hex"));
});
