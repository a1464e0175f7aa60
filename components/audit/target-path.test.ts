import { expect, it } from "vitest";
import type { AuditEntry } from "@/lib/core/audit-log";
import { targetPath } from "./target-path";

const target = (kind: AuditEntry["target"]["kind"], id: string, exists = true) => ({ kind, id, name: null, exists });

it.each([
  ["webhook", "wh_1", "/settings/webhooks/wh_1"],
  ["delivery", "dlv_1", "/settings/webhooks/logs?delivery=dlv_1"],
  ["eventType", "order.paid", "/settings/webhooks/events?type=order.paid"],
  ["member", "usr_1", "/settings/team"],
  ["apiKey", "key_1", "/settings/api-keys"],
] as const)("leads to what a %s is", (kind, id, path) => {
  expect(targetPath(target(kind, id))).toBe(path);
});

it("leads nowhere for what is gone", () => {
  expect(targetPath(target("webhook", "wh_1", false))).toBeUndefined();
});
