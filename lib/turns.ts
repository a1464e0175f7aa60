/**
 * Turns: what is heavy waits for its turn instead of taking everybody's. Of one key one goes after another, of all keys at
 * most so many go at once, and whoever's key has had no turn for longest is next.
 */
export interface TurnsSettings {
  /** At once, of all keys. */
  max: number;
  /** Waiting, of one key: who comes beyond is refused. Any number unless said otherwise. */
  maxWaiting?: number;
}

export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** @param tooMany what is thrown to whom is refused */
export function turns({ max, maxWaiting = Number.POSITIVE_INFINITY }: TurnsSettings, tooMany?: () => Error): InTurn {
  /** In the order in which they are next. */
  const waiting = new Map<string, (() => void)[]>();
  const underWay = new Set<string>();

  function startNext(): void {
    if (underWay.size >= max) return;
    for (const [key, starts] of waiting) {
      if (underWay.has(key)) continue;
      const start = starts.shift();
      if (starts.length === 0) waiting.delete(key);
      underWay.add(key);
      start?.();
      if (underWay.size >= max) return;
    }
  }

  return async (key, task) => {
    const line = waiting.get(key) ?? [];
    if (line.length >= maxWaiting) throw tooMany?.() ?? new Error("too many are waiting");
    await new Promise<void>((resolve) => {
      line.push(resolve);
      waiting.set(key, line);
      startNext();
    });
    try {
      return await task();
    } finally {
      underWay.delete(key);
      const rest = waiting.get(key);
      // Behind all others: this key has had its turn.
      if (rest && waiting.delete(key)) waiting.set(key, rest);
      startNext();
    }
  };
}
