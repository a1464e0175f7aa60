/** Connections kept alive per origin: one undici client each, so that a request knows the socket it went over. */
import { Client } from "undici";
import { connect, type ConnectionFacts, type ConnectSettings } from "./connect";

const IDLE_MS = 15_000;
const MAX_IDLE = 1_000;

export interface Connection {
  client: Client;
  /** Of the latest opening; its phases are empty when the request went over a socket that was open already. */
  facts: ConnectionFacts;
  /** Ends the opening in progress when the request's deadline is over. */
  opening: AbortController;
  idleSince: number;
}

export class Connections {
  readonly #settings: ConnectSettings;
  readonly #idle = new Map<string, Connection[]>();
  #idleCount = 0;

  constructor(settings: ConnectSettings) {
    this.#settings = settings;
  }

  /** The connection used last is taken first: the others may then grow cold and go. */
  acquire(url: URL): Connection {
    const list = this.#idle.get(url.origin);
    const known = list?.pop();
    if (!known) return this.open(url);
    this.#idleCount--;
    known.facts.phases = {};
    known.opening = new AbortController();
    return known;
  }

  open(url: URL): Connection {
    const connection: Omit<Connection, "client"> = {
      facts: { phases: {} },
      opening: new AbortController(),
      idleSince: 0,
    };
    const client = new Client(url.origin, {
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      // The sender has one deadline over everything.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        connect(url, this.#settings, connection.facts, connection.opening.signal).then(
          (socket) => callback(null, socket),
          (error: Error) => callback(error, null),
        );
      },
    });
    return Object.assign(connection, { client });
  }

  /** Gives a connection back that may carry another request. */
  release(url: URL, connection: Connection): void {
    if (connection.client.destroyed || this.#idleCount >= MAX_IDLE) return discard(connection);
    connection.idleSince = Date.now();
    const list = this.#idle.get(url.origin) ?? [];
    list.push(connection);
    this.#idle.set(url.origin, list);
    this.#idleCount++;
  }

  /** Lets go of what has been idle for long. */
  prune(now: number): void {
    for (const [origin, list] of this.#idle) {
      const kept = list.filter((connection) => now - connection.idleSince < IDLE_MS);
      for (const connection of list) if (!kept.includes(connection)) discard(connection);
      this.#idleCount -= list.length - kept.length;
      if (kept.length > 0) this.#idle.set(origin, kept);
      else this.#idle.delete(origin);
    }
  }

  close(): void {
    this.prune(Number.POSITIVE_INFINITY);
  }
}

export function discard(connection: Connection): void {
  // Its error reaches nobody: whoever used the connection has had theirs.
  connection.client.destroy().catch(() => undefined);
}
