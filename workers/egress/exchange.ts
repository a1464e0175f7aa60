/** One request and its answer over one connection: ends at the latest at its deadline, and never rejects. */
import type { AttemptResponse, HeaderPairs } from "../../lib/core/attempt";
import { Answer } from "./answer";
import type { Connection, Rider } from "./connection";
import { EgressError, toEgressError } from "./errors";
import { ResponseParser, type AnswerSink } from "./response-parser";
import type { Target } from "./target";

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
  target: Target;
  /** By `performance.now()`. */
  deadline: number;
}

export function exchange(connection: Connection, { call, target, deadline }: Exchanging): Promise<Exchanged> {
  return new Promise((resolve) => {
    const rider = new Exchange(connection, deadline, resolve);
    const request = requestText(call, target);
    if (request === undefined) rider.giveUp(new EgressError("reset", "invalid_header"));
    else connection.ride(rider, request);
  });
}

/** Anything else in a header would end it, and begin another one. */
const HEADER_TEXT = /^[\t\x20-\x7e]*$/;

/** @returns undefined where a header can't be sent; what is stored was checked, so that this is the second look */
function requestText({ headers, body }: OutgoingCall, { path, authority }: Target): string | undefined {
  let text = `POST ${path} HTTP/1.1\r\nhost: ${authority}\r\nconnection: keep-alive\r\n`;
  for (const [name, value] of headers) {
    if (!HEADER_TEXT.test(value) || !HEADER_TEXT.test(name)) return undefined;
    text += `${name}: ${value}\r\n`;
  }
  return `${text}Accept-Encoding: identity\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

class Exchange implements Rider, AnswerSink {
  readonly #connection: Connection;
  readonly #resolve: (exchanged: Exchanged) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #answer = new Answer();
  readonly #parser = new ResponseParser(this);
  #isOver = false;
  #hasAnswered = false;

  constructor(connection: Connection, deadline: number, resolve: (exchanged: Exchanged) => void) {
    this.#connection = connection;
    this.#resolve = resolve;
    this.#timer = setTimeout(onDeadline, Math.max(deadline - performance.now(), 0), this);
  }

  onData(chunk: Buffer): void {
    this.#hasAnswered = true;
    try {
      const progress = this.#parser.push(chunk);
      if (progress === "complete") this.#complete();
      // What is beyond is not read: the status has been said.
      else if (progress === "stopped") this.giveUp();
    } catch (error) {
      this.giveUp(toEgressError(error));
    }
  }

  onEnd(): void {
    if (this.#parser.end()) this.#complete();
    else this.giveUp(new EgressError("reset"));
  }

  onBroken(error: unknown): void {
    this.giveUp(error === undefined ? new EgressError("reset") : toEgressError(error));
  }

  start(code: number, headers: HeaderPairs): boolean {
    if (this.#answer.start(code, headers)) return true;
    throw new EgressError("bad_response", "interim_flood");
  }

  add(chunk: Buffer): boolean {
    return this.#answer.add(chunk);
  }

  outOfTime(): void {
    this.giveUp(new EgressError("timeout", this.#answer.phase(this.#connection.isOpen)));
  }

  giveUp(error?: EgressError): void {
    this.#finish(error, false);
    this.#connection.discard();
  }

  #complete(): void {
    this.#connection.keepAliveSeconds = this.#parser.keepAliveSeconds;
    this.#finish(undefined, this.#parser.keepsAlive && this.#connection.isFlushed);
  }

  #finish(error: EgressError | undefined, isReusable: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#connection.leave();
    const { firstByteAt } = this.#answer;
    this.#resolve({
      response: this.#answer.response(),
      firstByteAt,
      error,
      isReusable,
      wasStale: error?.kind === "reset" && this.#connection.isReused && !this.#hasAnswered,
    });
  }
}

function onDeadline(exchange: Exchange): void {
  exchange.outOfTime();
}
