/**
 * Reads one HTTP/1 answer to a POST (RFC 9112) from whatever chunks it comes in. It is strict where leniency has led
 * servers and proxies to disagree, and never keeps more than one head.
 */
import type { HeaderPairs } from "../../lib/core/attempt";
import { EgressError } from "./errors";

const HEAD_MAX_BYTES = 16 * 1024;
const CHUNK_LINE_MAX_BYTES = 1024;
const START = "HTTP/1.";
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/;
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const END_OF_HEAD = Buffer.from("\r\n\r\n");
const END_OF_LINE = Buffer.from("\r\n");
const NOTHING = Buffer.alloc(0);

export interface AnswerSink {
  /** @returns false to read no further */
  start(code: number, headers: HeaderPairs): boolean;
  /** @returns false to read no further */
  add(chunk: Buffer): boolean;
}

export type Progress = "more" | "complete" | "stopped";

type State = "head" | "counted" | "until_close" | "chunk_line" | "chunk" | "chunk_end" | "trailer" | "over";

export class ResponseParser {
  readonly #sink: AnswerSink;
  #state: State = "head";
  /** The beginning of what is not whole yet: a head, or a line. */
  #partial: Buffer = NOTHING;
  #trailerBytes = 0;
  /** Of a counted body, or of a chunk. */
  #bytesLeft = 0;
  #keepsAlive = false;
  #keepAliveSeconds: number | undefined;

  constructor(sink: AnswerSink) {
    this.#sink = sink;
  }

  /** Whether the connection may carry another request, once the answer is complete. */
  get keepsAlive(): boolean {
    return this.#keepsAlive;
  }

  /** For how long the receiver says that it keeps it. */
  get keepAliveSeconds(): number | undefined {
    return this.#keepAliveSeconds;
  }

  /** @throws EgressError bad_response */
  push(chunk: Buffer): Progress {
    let rest = chunk;
    while (this.#state !== "over") {
      if (rest.length === 0) return "more";
      const next = this.#step(rest);
      if (next === undefined) return "stopped";
      rest = next;
    }
    // Nobody has asked for more: what comes after the answer belongs to nothing.
    if (rest.length > 0) this.#keepsAlive = false;
    return "complete";
  }

  /** The receiver has closed. @returns whether that ends the answer as it should */
  end(): boolean {
    return this.#state === "until_close";
  }

  /** @returns what is left of the chunk, undefined where the sink wants no more */
  #step(chunk: Buffer): Buffer | undefined {
    switch (this.#state) {
      case "head":
        return this.#readHead(chunk);
      case "counted":
      case "chunk":
        return this.#readCounted(chunk);
      case "until_close":
        return this.#sink.add(chunk) ? NOTHING : undefined;
      case "chunk_line":
        return this.#readLine(chunk, (line) => this.#beginChunk(line));
      case "chunk_end":
        return this.#readLine(chunk, (line) => {
          if (line !== "") throw bad("chunked");
          this.#state = "chunk_line";
        });
      default:
        return this.#readLine(chunk, (line) => this.#readTrailer(line));
    }
  }

  #readHead(chunk: Buffer): Buffer | undefined {
    const bytes = this.#partial.length === 0 ? chunk : Buffer.concat([this.#partial, chunk]);
    const end = bytes.indexOf(END_OF_HEAD);
    if (end < 0 || end > HEAD_MAX_BYTES) {
      const start = bytes.toString("latin1", 0, START.length);
      if (start !== START.slice(0, start.length) || hasBareLineFeed(bytes)) throw bad("not_http");
      if (bytes.length > HEAD_MAX_BYTES) throw bad("headers_too_large");
      this.#partial = bytes;
      return NOTHING;
    }
    this.#partial = NOTHING;
    const wanted = this.#beginAnswer(bytes.toString("latin1", 0, end));
    return wanted ? bytes.subarray(end + END_OF_HEAD.length) : undefined;
  }

  #beginAnswer(head: string): boolean {
    const lines = head.split("\r\n");
    const [, minor, status] = STATUS_LINE.exec(lines[0] ?? "") ?? [];
    if (status === undefined) throw bad("not_http");
    const code = Number(status);
    const headers: HeaderPairs = [];
    for (let index = 1; index < lines.length; index++) headers.push(readHeader(lines[index] ?? ""));
    // Nobody asked for another protocol.
    if (code === 101) throw bad("unasked_interim");
    if (code >= 200) this.#frame(code, headers, minor === "1");
    return this.#sink.start(code, headers);
  }

  /** Where the body ends (RFC 9112, 6.3), and what becomes of the connection then. */
  #frame(code: number, headers: HeaderPairs, isHttp11: boolean): void {
    let length: number | undefined;
    let coding: string | undefined;
    let connection = "";
    for (const [name, value] of headers) {
      if (name === "content-length") length = lengthOf(value, length);
      else if (name === "transfer-encoding") coding = value.toLowerCase();
      else if (name === "connection") connection += `,${value.toLowerCase()}`;
      else if (name === "keep-alive") this.#keepAliveSeconds = secondsOf(value);
    }
    const options = connection.split(",").map((option) => option.trim());
    this.#keepsAlive = isHttp11 ? !options.includes("close") : options.includes("keep-alive");
    if (code === 204 || code === 304) return void (this.#state = "over");
    if (coding !== undefined) {
      // With a length beside it, or a coding around it, it is read, and the connection not used again.
      if (length !== undefined || coding !== "chunked") this.#keepsAlive = false;
      this.#state = coding.endsWith("chunked") ? "chunk_line" : "until_close";
    } else if (length !== undefined) {
      this.#bytesLeft = length;
      this.#state = length === 0 ? "over" : "counted";
    } else {
      this.#keepsAlive = false;
      this.#state = "until_close";
    }
  }

  #readCounted(chunk: Buffer): Buffer | undefined {
    const own = chunk.length > this.#bytesLeft ? chunk.subarray(0, this.#bytesLeft) : chunk;
    this.#bytesLeft -= own.length;
    if (this.#bytesLeft === 0) this.#state = this.#state === "chunk" ? "chunk_end" : "over";
    return this.#sink.add(own) ? chunk.subarray(own.length) : undefined;
  }

  #readLine(chunk: Buffer, onLine: (line: string) => void): Buffer {
    const bytes = this.#partial.length === 0 ? chunk : Buffer.concat([this.#partial, chunk]);
    const end = bytes.indexOf(END_OF_LINE);
    if (end > CHUNK_LINE_MAX_BYTES || (end < 0 && bytes.length > CHUNK_LINE_MAX_BYTES)) throw bad("chunked");
    if (end < 0) {
      this.#partial = bytes;
      return NOTHING;
    }
    this.#partial = NOTHING;
    onLine(bytes.toString("latin1", 0, end));
    return bytes.subarray(end + END_OF_LINE.length);
  }

  #beginChunk(line: string): void {
    const [, size] = /^([0-9a-f]{1,12})[\t ]*(?:;|$)/i.exec(line) ?? [];
    if (size === undefined) throw bad("chunked");
    this.#bytesLeft = Number.parseInt(size, 16);
    this.#state = this.#bytesLeft === 0 ? "trailer" : "chunk";
  }

  #readTrailer(line: string): void {
    this.#trailerBytes += line.length;
    if (this.#trailerBytes > HEAD_MAX_BYTES) throw bad("headers_too_large");
    if (line === "") this.#state = "over";
  }
}

const bad = (detail: string) => new EgressError("bad_response", detail);

function readHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(":");
  const name = line.slice(0, colon);
  const value = line.slice(colon + 1).trim();
  // A name that begins with a blank would continue the line before, which has been obsolete for a decade.
  if (colon < 1 || !NAME.test(name) || !VALUE.test(value)) throw bad("not_http");
  return [name.toLowerCase(), value];
}

/** Of the first line: whoever ends that so, ends all so, and the end of the head would never come. */
function hasBareLineFeed(bytes: Buffer): boolean {
  const at = bytes.indexOf(0x0a);
  return at > 0 && bytes[at - 1] !== 0x0d;
}

/** @param known from an earlier header of the same name */
function lengthOf(value: string, known: number | undefined): number {
  const length = /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  if (length === undefined || (known !== undefined && known !== length)) throw bad("content_length");
  return length;
}

function secondsOf(value: string): number | undefined {
  const [, seconds] = /\btimeout=(\d{1,6})\b/i.exec(value) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
