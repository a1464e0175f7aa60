/** Finding commands by what is typed. */

/** Of the commands that a query finds, the best ones first: those that begin with it, then those with a word that does. */
export function bestMatches<Item>(
  query: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
  max: number,
): Item[] {
  const words = wordsOf(query);
  if (words.length === 0) return items.slice(0, max);
  return items
    .flatMap((item) => {
      const rank = rankOf(words, plain(textOf(item)));
      return rank === undefined ? [] : [{ item, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, max)
    .map(({ item }) => item);
}

/** @returns lower is better; undefined where a word isn't found */
function rankOf(words: readonly string[], text: string): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  if (text.startsWith(words.join(" "))) return 0;
  const begins = words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
  return begins ? 1 : 2;
}

const wordsOf = (query: string) => plain(query).split(" ").filter(Boolean);

/** Without case, accents and runs of spaces: "Löschen" is found by "loschen". */
const plain = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
