import { Pill, type Tone } from "@/components/ui/pill";
import type { Webhook } from "@/lib/core/webhook";

/** What one wants to know at a glance: the decision, or, while it is active, how it is doing. */
export function WebhookStatus({ webhook }: { webhook: Pick<Webhook, "status" | "health" | "disabledReason"> }) {
  const { tone, word } = lookOf(webhook);
  return <Pill tone={tone}>{word}</Pill>;
}

function lookOf({ status, health }: Pick<Webhook, "status" | "health">): { tone: Tone; word: string } {
  if (status === "disabled") return { tone: "bad", word: "disabled" };
  if (status === "paused") return { tone: "idle", word: "paused" };
  if (health.state === "degraded") return { tone: "warn", word: "degraded" };
  return health.state === "failing" ? { tone: "bad", word: "failing" } : { tone: "ok", word: "active" };
}
