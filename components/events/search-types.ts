import type { EventType } from "@/lib/core/event-type";

/** Types that have every word of a search in their name, group, description or use cases. */
export function searchTypes(types: readonly EventType[], search: string): EventType[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter(({ name, group, description, useCases }) => {
    const text = [name, group, description, ...useCases].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
