/** Event types by group: a group is what a pattern like `call.*` covers, so a type's first word says its group. */

/** @param builtIn types of known groups @returns the group of any name */
export function groupOf(
  name: string,
  builtIn: readonly { name: string; types: readonly { name: string }[] }[],
): string {
  const [word = ""] = name.split(".");
  const known = builtIn.find(({ types }) => types.some((type) => type.name.startsWith(`${word}.`)));
  return known?.name ?? `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("_", " ")}`;
}
