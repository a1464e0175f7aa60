/** Randomness that can be had again: the same seed, the same numbers. */
import { randomInt } from "node:crypto";

export interface Random {
  seed: number;
  /** 0 to `below` - 1 */
  int(below: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** mulberry32. Without a seed every run tries other numbers: print `seed` where a test fails. */
export function seededRandom(seed = randomInt(2 ** 31)): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { seed, int, pick: (items) => items[int(items.length)] ?? items[0] };
}
