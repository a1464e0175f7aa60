/** An answer as it comes in: what of it is kept, and how far it has got. */
import type { AttemptResponse, HeaderPairs } from "../../lib/core/attempt";

const READ_MAX_BYTES = 64 * 1024;
const STORE_MAX_BYTES = 16 * 1024;
/** Interim answers (1xx). Of everything else in an answer, the bytes are counted. */
const INTERIM_MAX = 500;
const NOTHING = Buffer.alloc(0);

export class Answer {
  /** By `performance.now()`. */
  firstByteAt: number | undefined;
  #code: number | undefined;
  #headers: HeaderPairs = [];
  #body: Buffer = NOTHING;
  #bytes = 0;
  #interims = 0;

  phase(requestSent: boolean): "connect" | "first_byte" | "body" {
    if (this.#code !== undefined) return "body";
    return requestSent ? "first_byte" : "connect";
  }

  /** @returns false once there were more interim answers than anybody needs */
  start(code: number, headers: HeaderPairs): boolean {
    this.firstByteAt ??= performance.now();
    if (code < 200) return ++this.#interims <= INTERIM_MAX;
    this.#code = code;
    this.#headers = headers;
    return true;
  }

  /** @returns whether more is worth reading */
  add(chunk: Buffer): boolean {
    const room = STORE_MAX_BYTES - this.#body.length;
    if (room > 0) {
      const kept = chunk.length > room ? chunk.subarray(0, room) : chunk;
      // Most answers come in one piece, which needs no copy.
      this.#body = this.#body.length === 0 ? kept : Buffer.concat([this.#body, kept]);
    }
    this.#bytes += chunk.length;
    return this.#bytes <= READ_MAX_BYTES;
  }

  response(): AttemptResponse | undefined {
    if (this.#code === undefined) return undefined;
    const bytes = Math.min(this.#bytes, READ_MAX_BYTES);
    return { code: this.#code, headers: this.#headers, body: this.#body, bytes };
  }
}
