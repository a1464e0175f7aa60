/** Structured logs, one JSON line each. Secrets, keys and payloads never go in. */
import pino from "pino";
import { env } from "./env";
import { currentRequestId } from "./request-id";

let logger: pino.Logger | undefined;
const get = () =>
  (logger ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin }));

function mixin(): Fields {
  const requestId = currentRequestId();
  return requestId ? { requestId } : {};
}

type Fields = Record<string, unknown>;

export const log = {
  info: (fields: Fields, message: string) => get().info(fields, message),
  warn: (fields: Fields, message: string) => get().warn(fields, message),
  error: (fields: Fields, message: string) => get().error(fields, message),
};
