/** All faults, in their order. */
import type { Fault } from "./fault";
import { workerKilled } from "./faults/f01-worker-killed";
import { unrecorded } from "./faults/f02-unrecorded";
import { redisEmptied } from "./faults/f03-redis-emptied";
import { redisAway } from "./faults/f04-redis-away";
import { postgresRestarted } from "./faults/f05-postgres-restarted";
import { oneKey } from "./faults/f06-one-key";
import { workerStopped } from "./faults/f07-worker-stopped";
import { oneHangs } from "./faults/f08-one-hangs";
import { allFail } from "./faults/f09-all-fail";
import { changed } from "./faults/f10-changed";
import { sigterm } from "./faults/f11-sigterm";
import { rollingRestart } from "./faults/f12-rolling-restart";
import { hostileReceivers } from "./faults/f13-hostile-receivers";

export const FAULTS: readonly Fault[] = [
  workerKilled,
  unrecorded,
  redisEmptied,
  redisAway,
  postgresRestarted,
  oneKey,
  workerStopped,
  oneHangs,
  allFail,
  changed,
  sigterm,
  rollingRestart,
  hostileReceivers,
];
