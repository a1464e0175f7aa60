/** The body of a request to the API: plain JSON in UTF-8, of limited length. */
import { AppError } from "./core/errors";
import { parseBody, type Json } from "./core/json";

const DISCARDED_MAX_BYTES = 8 * 1024 * 1024;
const utf8 = new TextDecoder("utf-8", { fatal: true });

export interface JsonRequest {
  header: (name: string) => string | undefined;
  chunks: AsyncIterable<Uint8Array>;
}

/** @throws AppError 415 for anything but plain JSON, 413 where it is longer, 400 where it isn't JSON */
export async function readJsonBody({ header, chunks }: JsonRequest, maxBytes: number): Promise<Json> {
  const type = header("content-type") ?? "";
  if (!/^application\/json\s*(;\s*(charset="?utf-8"?)?\s*)*$/i.test(type)) {
    throw new AppError("unsupported_media_type", "Send the body as Content-Type: application/json.");
  }
  if (header("content-encoding") !== undefined) {
    throw new AppError("unsupported_media_type", "Send the body uncompressed, without Content-Encoding.");
  }
  const tooLarge = () => new AppError("payload_too_large", `The body may have at most ${maxBytes / 1024} KiB.`);
  if (Number(header("content-length") ?? 0) > maxBytes) throw tooLarge();
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes <= maxBytes) read.push(chunk);
    // Read on for a while, so that the connection can carry another request.
    else if (bytes > DISCARDED_MAX_BYTES) break;
  }
  if (bytes > maxBytes) throw tooLarge();
  return parseBody(decode(read));
}

function decode(chunks: Uint8Array[]): string {
  try {
    return utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  } catch {
    throw new AppError("invalid_request", "The body is not valid UTF-8.");
  }
}
