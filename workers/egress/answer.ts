/** An answer as it comes in: what of it is kept, and how far it has got. */
import type { AttemptResponse, HeaderPairs } from "../../lib/core/attempt";

const READ_MAX_BYTES = 64 * 1024;
const STORE_MAX_BYTES = 16 * 1024;

export interface Answered {
  response?: AttemptResponse;
  firstByteAt?: number;
}

export class Answer {
  #code: number | undefined;
  #headers: HeaderPairs = [];
  #firstByteAt: number | undefined;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  get begun(): boolean {
    return this.#firstByteAt !== undefined;
  }

  phase(requestSent: boolean): "connect" | "first_byte" | "body" {
    if (this.#code !== undefined) return "body";
    return requestSent ? "first_byte" : "connect";
  }

  start(code: number, headers: Record<string, string | string[] | undefined>): void {
    this.#firstByteAt ??= performance.now();
    // Interim answers (1xx) say nothing yet.
    if (code < 200) return;
    this.#code = code;
    this.#headers = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((item): [string, string] => [name, item]),
    );
  }

  /** @returns whether more is worth reading */
  add(chunk: Buffer): boolean {
    if (this.#bytes < STORE_MAX_BYTES) this.#chunks.push(chunk.subarray(0, STORE_MAX_BYTES - this.#bytes));
    this.#bytes += chunk.length;
    return this.#bytes <= READ_MAX_BYTES;
  }

  result(): Answered {
    return {
      ...(this.#firstByteAt === undefined ? {} : { firstByteAt: this.#firstByteAt }),
      ...(this.#code === undefined
        ? {}
        : {
            response: {
              code: this.#code,
              headers: this.#headers,
              body: Buffer.concat(this.#chunks),
              bytes: Math.min(this.#bytes, READ_MAX_BYTES),
            },
          }),
    };
  }
}
