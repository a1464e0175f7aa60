/**
 * Connections kept alive per origin, bounded in number and age. A socket that was opened to a vetted address leads there
 * until it is closed, wherever its name leads by now; so nothing is vetted again while it is kept, and its age is bounded
 * so that names are followed.
 */
import type { ConnectSettings } from "./connect";
import { Connection } from "./connection";
import type { Origin } from "./target";

const IDLE_MS = 15_000;
const MAX_AGE_MS = 120_000;
const MAX_IDLE = 1_000;
const MAX_IDLE_PER_ORIGIN = 500;

export class Connections {
  readonly #settings: ConnectSettings;
  /** Per origin, the one used last at the end. */
  readonly #idle = new Map<string, Connection[]>();
  #idleCount = 0;

  constructor(settings: ConnectSettings) {
    this.#settings = settings;
  }

  /** The connection used last is taken first: the others may then grow cold and go. */
  acquire(origin: Origin): Connection {
    const list = this.#idle.get(origin.origin);
    for (let known = list?.pop(); known; known = list?.pop()) {
      this.#idleCount--;
      if (list?.length === 0) this.#idle.delete(origin.origin);
      if (!known.isClosed && Date.now() < known.keepUntil) return known;
      known.discard();
    }
    return this.open(origin);
  }

  open(origin: Origin): Connection {
    return new Connection(origin, this.#settings);
  }

  /** Gives a connection back that may carry another request. */
  release(connection: Connection): void {
    const now = Date.now();
    const { origin } = connection.origin;
    const list = this.#idle.get(origin) ?? [];
    const isFull = this.#idleCount >= MAX_IDLE || list.length >= MAX_IDLE_PER_ORIGIN;
    if (isFull || now - connection.openedAt >= MAX_AGE_MS || connection.isClosed) return connection.discard();
    connection.keepFor(IDLE_MS, now);
    list.push(connection);
    if (list.length === 1) this.#idle.set(origin, list);
    this.#idleCount++;
  }

  /** Lets go of what has been idle for long. */
  prune(now: number): void {
    for (const [origin, list] of this.#idle) {
      const kept = list.filter((connection) => !connection.isClosed && now < connection.keepUntil);
      if (kept.length === list.length) continue;
      for (const connection of list) if (!kept.includes(connection)) connection.discard();
      this.#idleCount -= list.length - kept.length;
      if (kept.length > 0) this.#idle.set(origin, kept);
      else this.#idle.delete(origin);
    }
  }

  close(): void {
    this.prune(Number.POSITIVE_INFINITY);
  }
}
