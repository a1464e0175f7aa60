/** One connection to an origin: opened with its first request, then it carries one request after another. */
import type net from "node:net";
import { connect, type ConnectionFacts, type ConnectSettings } from "./connect";
import type { Origin } from "./target";

/** Receivers that say how long they keep a connection mean it: be gone before. */
const HINT_MARGIN_MS = 1_000;

/** Who has the connection for one request; is told of everything that happens on it meanwhile. */
export interface Rider {
  onData(chunk: Buffer): void;
  /** The receiver sends no more. */
  onEnd(): void;
  /** It can't be opened, or it broke. Undefined where it was closed and nobody said why. */
  onBroken(error: unknown): void;
}

export class Connection {
  readonly origin: Origin;
  /** Its phases are empty when a request went over a socket that was open already. */
  readonly facts: ConnectionFacts = { phases: {} };
  openedAt = 0;
  /** By the system's clock: until then it may be used again. */
  keepUntil = 0;
  /** As the receiver said with its latest answer. */
  keepAliveSeconds: number | undefined;
  readonly #settings: ConnectSettings;
  #socket: net.Socket | undefined;
  #opening: AbortController | undefined;
  #rider: Rider | undefined;
  #requests = 0;
  #isDiscarded = false;

  constructor(origin: Origin, settings: ConnectSettings) {
    this.origin = origin;
    this.#settings = settings;
  }

  get isOpen(): boolean {
    return this.#socket !== undefined;
  }

  /** It can carry nothing any more. */
  get isClosed(): boolean {
    return this.#isDiscarded || (this.#socket !== undefined && (this.#socket.destroyed || !this.#socket.readable));
  }

  /** True for a request that goes over a socket of an earlier one. */
  get isReused(): boolean {
    return this.#requests > 1;
  }

  /** The whole request has left this process. */
  get isFlushed(): boolean {
    return this.#socket?.writableLength === 0;
  }

  /** @param request as it goes over the wire; text is sent as UTF-8 */
  ride(rider: Rider, request: string): void {
    this.#rider = rider;
    this.#requests++;
    if (this.#socket) {
      this.facts.phases = {};
      this.#socket.write(request, "utf8");
    } else {
      void this.#open(request);
    }
  }

  /** The request is over, and with it what the rider hears. */
  leave(): void {
    this.#rider = undefined;
  }

  keepFor(ms: number, now: number): void {
    const hintMs = this.keepAliveSeconds === undefined ? ms : this.keepAliveSeconds * 1000 - HINT_MARGIN_MS;
    this.keepUntil = now + Math.min(ms, hintMs);
  }

  discard(): void {
    this.#isDiscarded = true;
    this.#rider = undefined;
    this.#opening?.abort();
    this.#socket?.destroy();
  }

  async #open(request: string): Promise<void> {
    this.openedAt = Date.now();
    this.#opening = new AbortController();
    try {
      const socket = await connect(this.origin, this.#settings, this.facts, this.#opening.signal);
      if (!this.#rider) return void socket.destroy();
      this.#socket = this.#listen(socket);
      socket.write(request, "utf8");
    } catch (error) {
      this.#rider?.onBroken(error);
    } finally {
      this.#opening = undefined;
    }
  }

  #listen(socket: net.Socket): net.Socket {
    socket.on("data", (chunk: Buffer) => {
      if (this.#rider) this.#rider.onData(chunk);
      // Nobody asked for anything: whatever this is, it is no answer.
      else socket.destroy();
    });
    socket.on("end", () => this.#rider?.onEnd());
    // Its error reaches nobody once the rider has left, and must not end the process.
    socket.on("error", (error) => this.#rider?.onBroken(error));
    socket.on("close", () => this.#rider?.onBroken(undefined));
    return socket;
  }
}
