/** Ticking event types: a subscription stays as short as what was meant. All is `*`, a whole group its `prefix.*`. */
import { isSubscribed } from "./subscription";

export interface EventGroup {
  name: string;
  types: readonly { name: string }[];
}

export type Ticked = "all" | "some" | "none";

/** Patterns of a subscription that match no type there is: a type of the account's own that was deleted. */
export function unmatched(groups: readonly EventGroup[], patterns: readonly string[]): string[] {
  const isMatched = (pattern: string) =>
    pattern === "*" || groups.some(({ types }) => types.some(({ name }) => isSubscribed([pattern], name)));
  return patterns.filter((pattern) => !isMatched(pattern));
}

export function groupState(group: EventGroup, patterns: readonly string[]): Ticked {
  const count = group.types.filter(({ name }) => isSubscribed(patterns, name)).length;
  if (count === 0) return "none";
  return count === group.types.length ? "all" : "some";
}

export function toggleGroup(groups: readonly EventGroup[], patterns: readonly string[], group: EventGroup): string[] {
  const wanted = groupState(group, patterns) !== "all";
  const chosen = tidy(groups, (name, its) => (its === group ? wanted : isSubscribed(patterns, name)));
  return [...chosen, ...unmatched(groups, patterns)];
}

export function toggleType(groups: readonly EventGroup[], patterns: readonly string[], type: string): string[] {
  const wanted = !isSubscribed(patterns, type);
  const chosen = tidy(groups, (name) => (name === type ? wanted : isSubscribed(patterns, name)), patterns);
  return [...chosen, ...unmatched(groups, patterns)];
}

/**
 * The shortest patterns for a choice. A group becomes its prefixes only where it was ticked as a group, or stood as one
 * before: who ticks single types gets single types, also when the last of a group is among them.
 */
function tidy(
  groups: readonly EventGroup[],
  isWanted: (type: string, group: EventGroup) => boolean,
  single?: readonly string[],
): string[] {
  return groups.flatMap((group) => {
    const wanted = group.types.filter(({ name }) => isWanted(name, group)).map(({ name }) => name);
    const stood =
      single === undefined || prefixesOf(group).every((prefix) => single.includes(prefix) || single[0] === "*");
    return wanted.length === group.types.length && stood ? prefixesOf(group) : wanted;
  });
}

/** A group is what shares a first word (lib/core/event-groups), so its patterns reach nothing outside it. */
function prefixesOf(group: EventGroup): string[] {
  return [...new Set(group.types.map(({ name }) => `${name.slice(0, name.indexOf("."))}.*`))];
}
