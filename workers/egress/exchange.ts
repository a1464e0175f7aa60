/** One request and its answer over one connection: ends at the latest at its deadline, and never rejects. */
import type { Dispatcher } from "undici";
import type { AttemptResponse, HeaderPairs } from "../../lib/core/attempt";
import { Answer } from "./answer";
import type { Connection } from "./connections";
import { EgressError, toEgressError } from "./errors";

export interface OutgoingCall {
  url: string;
  headers: HeaderPairs;
  body: string;
  /** Over everything: name, connection, TLS, request, answer. */
  timeoutMs: number;
}

export interface Exchanged {
  response: AttemptResponse | undefined;
  /** By `performance.now()`. */
  firstByteAt: number | undefined;
  error: EgressError | undefined;
  /** The whole answer was read: the connection may carry another request. */
  isReusable: boolean;
  /** The receiver closed a kept connection just as it was used. That is no failure of the delivery. */
  wasStale: boolean;
}

export interface Exchanging {
  call: OutgoingCall;
  /** Of the call's URL, with the query. */
  path: string;
  /** By `performance.now()`. */
  deadline: number;
}

export function exchange(connection: Connection, { call, path, deadline }: Exchanging): Promise<Exchanged> {
  return new Promise((resolve) => {
    const handler = new Exchange(connection, deadline, resolve);
    connection.client.dispatch({ path, method: "POST", headers: flatHeaders(call.headers), body: call.body }, handler);
  });
}

function flatHeaders(headers: HeaderPairs): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  flat.push("Accept-Encoding", "identity");
  return flat;
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #connection: Connection;
  readonly #resolve: (exchanged: Exchanged) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #answer = new Answer();
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;

  constructor(connection: Connection, deadline: number, resolve: (exchanged: Exchanged) => void) {
    this.#connection = connection;
    this.#resolve = resolve;
    this.#timer = setTimeout(onDeadline, Math.max(deadline - performance.now(), 0), this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
  }

  onResponseStart(_controller: unknown, code: number, headers: Record<string, string | string[] | undefined>): void {
    if (!this.#answer.start(code, headers)) this.giveUp(new EgressError("bad_response", "interim_flood"));
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    // What is beyond is not read: the status has been said.
    if (!this.#answer.add(chunk)) this.giveUp();
  }

  onResponseEnd(): void {
    this.#finish(undefined, true);
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#finish(toEgressError(error), false);
  }

  outOfTime(): void {
    this.giveUp(new EgressError("timeout", this.#answer.phase(this.#controller !== undefined)));
  }

  giveUp(error?: EgressError): void {
    this.#finish(error, false);
    this.#connection.abortOpening();
    this.#controller?.abort(new Error("given up"));
  }

  #finish(error: EgressError | undefined, isReusable: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    const { firstByteAt } = this.#answer;
    this.#resolve({
      response: this.#answer.response(),
      firstByteAt,
      error,
      isReusable,
      wasStale: error?.kind === "reset" && this.#connection.isReused && firstByteAt === undefined,
    });
  }
}

function onDeadline(exchange: Exchange): void {
  exchange.outOfTime();
}
