/**
 * Connections kept alive per origin, bounded in number and age: one undici client each, so that a request knows the
 * socket it went over. A socket that was opened to a vetted address leads there until it is closed, wherever its name
 * leads by now; so nothing is vetted again while it is kept, and its age is bounded so that names are followed.
 */
import { Client } from "undici";
import { connect, type ConnectionFacts, type ConnectSettings } from "./connect";
import type { Origin } from "./target";

const IDLE_MS = 15_000;
const MAX_AGE_MS = 120_000;
const MAX_IDLE = 1_000;
const MAX_IDLE_PER_ORIGIN = 500;

/** To one origin. Its socket is opened with the first request, and again where the receiver has closed it meanwhile. */
export class Connection {
  readonly target: Origin;
  readonly client: Client;
  /** Of the latest opening; its phases are empty when the request went over a socket that was open already. */
  facts: ConnectionFacts = { phases: {} };
  /** By the system's clock, as `idleSince`; 0 before the first opening. */
  openedAt = 0;
  idleSince = 0;
  #opening: AbortController | undefined;

  constructor(target: Origin, settings: ConnectSettings) {
    this.target = target;
    this.client = new Client(target.origin, {
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      // The sender has one deadline over everything.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        this.openedAt = Date.now();
        this.facts = { phases: {} };
        this.#opening = new AbortController();
        connect(target, settings, this.facts, this.#opening.signal).then(
          (socket) => callback(null, socket),
          (error: Error) => callback(error, null),
        );
      },
    });
  }

  /** True for a request that went over a socket of an earlier one. */
  get isReused(): boolean {
    return this.idleSince > 0 && this.facts.phases.dnsMs === undefined;
  }

  /** Ends the opening in progress, if any. */
  abortOpening(): void {
    this.#opening?.abort();
  }

  discard(): void {
    // Its error reaches nobody: whoever used the connection has had theirs.
    this.client.destroy().catch(() => undefined);
  }
}

export class Connections {
  readonly #settings: ConnectSettings;
  /** Per origin, the one used last at the end. */
  readonly #idle = new Map<string, Connection[]>();
  #idleCount = 0;

  constructor(settings: ConnectSettings) {
    this.#settings = settings;
  }

  /** The connection used last is taken first: the others may then grow cold and go. */
  acquire(target: Origin): Connection {
    const known = this.#idle.get(target.origin)?.pop();
    if (!known) return this.open(target);
    this.#idleCount--;
    known.facts.phases = {};
    return known;
  }

  open(target: Origin): Connection {
    return new Connection(target, this.#settings);
  }

  /** Gives a connection back that may carry another request. */
  release(connection: Connection): void {
    const now = Date.now();
    const { origin } = connection.target;
    const list = this.#idle.get(origin) ?? [];
    const isFull = this.#idleCount >= MAX_IDLE || list.length >= MAX_IDLE_PER_ORIGIN;
    if (isFull || now - connection.openedAt >= MAX_AGE_MS || connection.client.destroyed) return connection.discard();
    connection.idleSince = now;
    list.push(connection);
    if (list.length === 1) this.#idle.set(origin, list);
    this.#idleCount++;
  }

  /** Lets go of what has been idle for long. */
  prune(now: number): void {
    for (const [origin, list] of this.#idle) {
      const firstKept = list.findIndex(({ idleSince }) => now - idleSince < IDLE_MS);
      const gone = list.splice(0, firstKept < 0 ? list.length : firstKept);
      for (const connection of gone) connection.discard();
      this.#idleCount -= gone.length;
      if (list.length === 0) this.#idle.delete(origin);
    }
  }

  close(): void {
    this.prune(Number.POSITIVE_INFINITY);
  }
}
