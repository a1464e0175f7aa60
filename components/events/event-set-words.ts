import type { EventSet } from "@/lib/core/event-type";

/** What a set has in it, in a line: the first few, and how many more. */
export function contentsOf({ events }: EventSet, shown: number): string {
  if (events.includes("*")) return "All events";
  const first = events.slice(0, shown).join(", ");
  return events.length > shown ? `${first} and ${events.length - shown} more` : first;
}
