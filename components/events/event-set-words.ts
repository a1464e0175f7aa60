import type { EventSet } from "@/lib/core/event-type";
import type { Translate } from "@/lib/core/messages/translate";

/** What a set has in it, in a line: the first few, and how many more. */
export function contentsOf(t: Translate<"events">, { events }: EventSet, shown: number): string {
  if (events.includes("*")) return t("sets.all");
  const first = events.slice(0, shown).join(", ");
  return events.length > shown ? t("sets.more", { first, count: events.length - shown }) : first;
}
