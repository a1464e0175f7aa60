/** What a webhook is said to be at a glance, and which of many are looked for. */
import type { Webhook } from "@/lib/core/webhook";

/** From what needs somebody most to what needs nobody. */
export const SHOWN_STATES = ["failing", "disabled", "degraded", "paused", "active"] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

type Facts = Pick<Webhook, "status"> & { health: Pick<Webhook["health"], "state"> };

/** The decision that was made about it or, while it is active, how it is doing. */
export function shownState({ status, health }: Facts): ShownState {
  if (status !== "active") return status;
  return health.state === "failing" || health.state === "degraded" ? health.state : "active";
}

export interface Sought {
  /** In title, URL or id, whatever the case. */
  text: string;
  /** None of them means any. */
  states: readonly ShownState[];
}

export function matches(webhook: Facts & Pick<Webhook, "id" | "title" | "url">, { text, states }: Sought): boolean {
  if (states.length > 0 && !states.includes(shownState(webhook))) return false;
  const { id, title, url } = webhook;
  return `${title}\n${url}\n${id}`.toLowerCase().includes(text.trim().toLowerCase());
}

/** How many there are of each state. */
export function countStates(webhooks: readonly Facts[]): Record<ShownState, number> {
  const counts = { failing: 0, disabled: 0, degraded: 0, paused: 0, active: 0 };
  for (const webhook of webhooks) counts[shownState(webhook)]++;
  return counts;
}
