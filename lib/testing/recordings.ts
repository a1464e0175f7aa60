/** Results to record, without deliveries that they belong to. */
import type { AttemptResult } from "../core/attempt";
import type { Recording } from "../deliveries/record";
import { newId } from "../new-id";

export interface Ending {
  /** uuids */
  accountId: string;
  webhookId: string;
  eventType: string;
  startedAt: Date;
  /** Whole ones, as the log has no others. */
  durationMs: number;
  outcome: Recording["outcome"];
  /** A response code or an error. */
  result: number | NonNullable<AttemptResult["error"]>;
}

export function recordingOf({ startedAt, durationMs, result: ending, outcome, ...fields }: Ending): Recording {
  const response = { code: Number(ending), headers: [], body: Buffer.alloc(0), bytes: 0 };
  const error = typeof ending === "number" ? "http_status" : ending;
  const result: AttemptResult = {
    ...{ startedAt, durationMs, phases: {} },
    ...(typeof ending === "number" ? { response } : {}),
    ...(outcome === "succeeded" ? {} : { error }),
  };
  return {
    ...fields,
    ...{
      deliveryId: newId(),
      attempt: 1,
      failures: 0,
      format: "sydx",
      url: "http://127.0.0.1:4999/",
      requestHeaders: [],
    },
    ...{ outcome, delayMs: 1000, result, manual: false, countsForHealth: true },
  };
}
