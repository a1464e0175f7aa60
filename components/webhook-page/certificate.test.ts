import { expect, it } from "vitest";
import { certificateEnd } from "./certificate";

const NOW = Date.parse("2026-03-25T08:00:00Z");

it.each([
  [null, undefined],
  ["2026-06-25T08:00:00Z", undefined],
  ["2026-04-15T08:00:00Z", undefined],
  ["2026-04-15T07:59:59Z", { kind: "ends", days: 20 }],
  ["2026-03-26T08:00:00Z", { kind: "ends", days: 1 }],
  ["2026-03-25T23:00:00Z", { kind: "ends", days: 0 }],
  ["2026-03-25T08:00:00Z", { kind: "ended" }],
  ["2025-03-25T08:00:00Z", { kind: "ended" }],
])("a certificate until %s is told of as %j", (tlsExpiresAt, end) => {
  expect(certificateEnd(tlsExpiresAt, NOW)).toEqual(end);
});
