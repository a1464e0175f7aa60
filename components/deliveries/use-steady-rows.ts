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
 * rows that stand there come through, and so do older ones that were asked for.
 *
 * @param list which list the rows are of: another one is shown at once
 */
export function useSteadyRows<T extends Row>(rows: readonly T[], list: string, isReading: boolean) {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const isHolding = held !== null && held.list === list;
  if (isReading && !isHolding && rows.length > 0) setHeld({ list, rows });
  if (!isReading && held) setHeld(null);
  if (!isReading || !isHolding) return { shown: rows, waiting: 0, showAll: () => undefined };

  const newest = held.rows[0]?.id ?? "";
  const oldest = held.rows.at(-1)?.id ?? "";
  const now = new Map(rows.map((row) => [row.id, row]));
  return {
    shown: [...held.rows.map((row) => now.get(row.id) ?? row), ...rows.filter(({ id }) => id < oldest)],
    waiting: rows.filter(({ id }) => id > newest).length,
    showAll: () => setHeld({ list, rows }),
  };
}
