/** So many long answers are under way at once: of an account, and of all in this process. */

export interface Places {
  /** How many an account has taken. */
  takenBy: (accountId: string) => number;
  areFree: (accountId: string) => boolean;
  /** @returns gives the place back; only once */
  take: (accountId: string) => () => void;
}

// Next.js may load a module more than once in a process.
const shared = globalThis as { webhooksPlaces?: Map<string, Map<string, number>> };

/** @param kind of answer: who asks for the same kind counts the same places */
export function placesFor(kind: string, { ofAccount, ofAll }: { ofAccount: number; ofAll: number }): Places {
  const kinds = (shared.webhooksPlaces ??= new Map<string, Map<string, number>>());
  const taken = kinds.get(kind) ?? new Map<string, number>();
  kinds.set(kind, taken);
  const takenBy = (accountId: string) => taken.get(accountId) ?? 0;
  const takenByAll = () => [...taken.values()].reduce((sum, count) => sum + count, 0);
  return {
    takenBy,
    areFree: (accountId) => takenBy(accountId) < ofAccount && takenByAll() < ofAll,
    take(accountId) {
      taken.set(accountId, takenBy(accountId) + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        const rest = takenBy(accountId) - 1;
        if (rest > 0) taken.set(accountId, rest);
        else taken.delete(accountId);
      };
    },
  };
}
