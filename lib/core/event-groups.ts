/** Event types by group: a group is what a pattern like `call.*` covers, so a type's first word says its group. */
import type { EventType } from "./event-type";

export interface EventTypeGroup {
  name: string;
  types: EventType[];
}

/** @param builtIn types of known groups @returns the group of any name */
export function groupOf(
  name: string,
  builtIn: readonly { name: string; types: readonly { name: string }[] }[],
): string {
  const [word = ""] = name.split(".");
  const known = builtIn.find(({ types }) => types.some((type) => type.name.startsWith(`${word}.`)));
  if (known) return known.name;
  const title = `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("_", " ")}`;
  // `calls.made` is not one of the group Calls, which `call.*` stands for.
  return builtIn.some(({ name }) => name === title) ? word : title;
}

/** In the order in which they come. */
export function grouped(types: readonly EventType[]): EventTypeGroup[] {
  const groups = new Map<string, EventType[]>();
  for (const type of types) {
    const its = groups.get(type.group);
    if (its) its.push(type);
    else groups.set(type.group, [type]);
  }
  return [...groups].map(([name, its]) => ({ name, types: its }));
}
