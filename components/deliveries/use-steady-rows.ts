"use client";

import { useState } from "react";

interface Row {
  /** Later rows have greater ids. */
  id: string;
}

interface Held<T> {
  list: string;
  rows: readonly T[];
}

/**
 * While somebody reads, new rows wait behind a count instead of moving what is read, and nothing leaves. Changes of
 * rows that stand there come through.
 *
 * @param list which list the rows are of: another one is shown at once
 * @param max so many are shown
 */
export function useSteadyRows<T extends Row>(
  rows: readonly T[],
  { list, isReading, max }: { list: string; isReading: boolean; max: number },
) {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const isHolding = held !== null && held.list === list;
  const newest = rows.slice(0, max);
  if (isReading && !isHolding && rows.length > 0) setHeld({ list, rows: newest });
  if (!isReading && held) setHeld(null);
  if (!isReading || !isHolding) return { shown: newest, waiting: 0, showAll: () => undefined };

  const oldest = held.rows.at(-1)?.id ?? "";
  const known = new Set(held.rows.map(({ id }) => id));
  const now = new Map(rows.map((row) => [row.id, row]));
  return {
    shown: held.rows.map((row) => now.get(row.id) ?? row),
    waiting: rows.filter(({ id }) => id > oldest && !known.has(id)).length,
    showAll: () => setHeld({ list, rows: newest }),
  };
}
