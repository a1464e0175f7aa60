/** The same done to many, a few at a time; one that is refused stops none of the others. */

const AT_ONCE = 4;

export interface BulkOutcome<Item> {
  succeeded: Item[];
  failed: { item: Item; reason: string }[];
}

/** @param onProgress how many have ended, whichever way */
export async function runBulk<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  onProgress: (ended: number) => void,
): Promise<BulkOutcome<Item>> {
  const outcome: BulkOutcome<Item> = { succeeded: [], failed: [] };
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await act(item);
        outcome.succeeded.push(item);
      } catch (error) {
        outcome.failed.push({ item, reason: error instanceof Error ? error.message : String(error) });
      }
      onProgress(outcome.succeeded.length + outcome.failed.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, lane));
  return outcome;
}
