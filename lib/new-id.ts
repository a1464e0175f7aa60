import { randomFillSync } from "node:crypto";
import { risingIds } from "./core/rising-ids";

const BYTES = 10;
const pool = new Uint8Array(BYTES * 400);
let used = pool.length;

/** Asking for random bytes costs the same for ten as for thousands. */
function tenRandomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += BYTES));
}

// Bundlers make copies of a module; the ids of a process come from one place.
const shared = globalThis as { webhooksNewId?: () => string };

/** A UUIDv7 of now, greater than every one this process made before. */
export const newId = (shared.webhooksNewId ??= risingIds(Date.now, tenRandomBytes));
