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
  /** A promise while it is being loaded. */
  value: T | Promise<T>;
  at: number;
}

export interface Fresh<T> {
  /** A promise only where it has to load. */
  get: (key: string) => T | Promise<T>;
  /** What is known to have changed: who asks next gets what is loaded from then on. */
  forget: (key: string) => void;
}

export function fresh<T>({ load, now, forMs }: FreshSettings<T>): Fresh<T> {
  const remembered = new Map<string, Remembered<T>>();

  function begin(key: string): Promise<T> {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const loading = load(key);
    const entry: Remembered<T> = { value: loading, at: now() };
    remembered.set(key, entry);
    loading.then(
      (value) => (entry.value = value),
      () => {
        if (remembered.get(key) === entry) remembered.delete(key);
      },
    );
    return loading;
  }

  return {
    get(key) {
      const known = remembered.get(key);
      // A load under way is joined however long it takes: a slow database gets no second one on top.
      const isGood = known && (known.value instanceof Promise || now() - known.at <= forMs);
      return isGood ? known.value : begin(key);
    },
    forget: (key) => void remembered.delete(key),
  };
}
