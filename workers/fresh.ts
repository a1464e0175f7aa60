/**
 * Remembers what was loaded, for a short while: many askers share one load, and nobody gets what is older. A load that
 * fails is forgotten at once.
 */
export interface FreshSettings<T> {
  load: (key: string) => Promise<T>;
  now: () => number;
  /** Counted from when a load began: what changed since may not be in it. */
  forMs: number;
}

const MAX_REMEMBERED = 10_000;

interface Remembered<T> {
  value: Promise<T>;
  at: number;
  isLoading: boolean;
}

export function fresh<T>({ load, now, forMs }: FreshSettings<T>): (key: string) => Promise<T> {
  const remembered = new Map<string, Remembered<T>>();

  function begin(key: string): Promise<T> {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const entry: Remembered<T> = { value: load(key), at: now(), isLoading: true };
    remembered.set(key, entry);
    entry.value.then(
      () => (entry.isLoading = false),
      () => remembered.delete(key),
    );
    return entry.value;
  }

  return (key) => {
    const known = remembered.get(key);
    // A load under way is joined however long it takes: a slow database gets no second one on top.
    return known && (known.isLoading || now() - known.at <= forMs) ? known.value : begin(key);
  };
}
