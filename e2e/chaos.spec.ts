/** The short forms of `npm run chaos`, each on a scene of its own. */
import { expect, test } from "@playwright/test";
import type { Fault } from "../bench/chaos/fault";
import { workerKilled } from "../bench/chaos/faults/f01-worker-killed";
import { unrecorded } from "../bench/chaos/faults/f02-unrecorded";
import { redisEmptied } from "../bench/chaos/faults/f03-redis-emptied";
import { oneKey } from "../bench/chaos/faults/f06-one-key";
import { changed } from "../bench/chaos/faults/f10-changed";
import { sigterm } from "../bench/chaos/faults/f11-sigterm";
import { play } from "../bench/chaos/stage";

const BOOT_MS = 60_000;

const GUARANTEES: [guarantee: string, fault: Fault][] = [
  [
    "the worker killed again and again: nothing lost, nothing stuck, nothing twice but what was interrupted",
    workerKilled,
  ],
  ["a worker killed between the 2xx and its record: delivered again, both attempts visible", unrecorded],
  ["Redis killed, and back with nothing in it: nothing lost, and no retry before its time", redisEmptied],
  ["50 publishes at once with one idempotency key: one event, one answer", oneKey],
  ["deleted, paused, moved or re-keyed in the middle of the retries: all of it holds within a second", changed],
  ["SIGTERM with 50 in flight: the worker finishes them, exits with 0, and none is sent twice", sigterm],
];

for (const [guarantee, fault] of GUARANTEES) {
  test(guarantee, async () => {
    test.setTimeout(fault.withinMs + BOOT_MS);
    const { error, checks } = await play(fault, "short");
    expect(error).toBeUndefined();
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });
}
