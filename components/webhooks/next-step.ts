import { isSlow } from "@/lib/core/health";
import type { Webhook } from "@/lib/core/webhook";

/** What is to be done about a webhook that isn't well: the name of a message. */
export type NextStep =
  | "secret"
  | "path"
  | "url"
  | "rate"
  | "receiver"
  | "payload"
  | "redirect"
  | "host"
  | "address"
  | "listening"
  | "connection"
  | "certificate"
  | "answerSooner"
  | "http"
  | "unreadable"
  | "deliveries";

const OF_CODE: Record<string, NextStep> = {
  "401": "secret",
  "403": "secret",
  "404": "path",
  "405": "path",
  "410": "url",
  "429": "rate",
};

const OF_ERROR: Record<string, NextStep> = {
  dns: "host",
  blocked_address: "address",
  refused: "listening",
  reset: "connection",
  tls: "certificate",
  timeout: "answerSooner",
  bad_response: "http",
};

type Facts = Pick<Webhook, "status" | "disabledReason"> & {
  health: Pick<Webhook["health"], "state" | "failures" | "consecutiveFailures" | "lastDay" | "lastHour">;
};

/** By why it was disabled, else by how most of its attempts failed lately. */
export function nextStepOf({ status, disabledReason, health }: Facts): NextStep {
  if (status === "disabled" && disabledReason === "gone") return "url";
  if (status === "disabled" && disabledReason === "secret_unreadable") return "unreadable";
  if (health.state === "degraded" && isSlow(health)) return "answerSooner";
  const result = health.failures[0]?.result ?? "";
  return OF_CODE[result] ?? OF_ERROR[result] ?? ofStatus(Number(result));
}

function ofStatus(code: number): NextStep {
  if (code >= 300 && code < 400) return "redirect";
  if (code >= 400 && code < 500) return "payload";
  return code >= 500 ? "receiver" : "deliveries";
}
