import { parsed } from "../signature-variants";
import { STANDARD, type Spec } from "./specs";
import { headerValue, step, type DebugInput, type Step } from "./step";

/** What libraries of Standard Webhooks tolerate. */
const TOLERANCE_SECONDS = 300;

export function timeStep(input: DebugInput, { header }: Spec): Step[] {
  if (header === STANDARD.signature) return standardTime(input);
  const given = headerValue(input.headers, "X-Sydx-Timestamp");
  const value = parsed(input.body) as { timestamp?: unknown } | undefined;
  if (given === undefined || typeof value?.timestamp !== "string" || value.timestamp === given) return [];
  return [step("time", "bad", "time_differs", { header: given, body: value.timestamp })];
}

function standardTime({ headers, now }: DebugInput): Step[] {
  if (headers.length === 0) return [];
  if (headerValue(headers, STANDARD.id) === undefined)
    return [step("time", "bad", "id_missing", { name: STANDARD.id })];
  const given = headerValue(headers, STANDARD.time);
  if (given === undefined) return [step("time", "bad", "time_missing", { name: STANDARD.time })];
  if (!/^\d+$/.test(given)) return [step("time", "bad", "time_no_number")];
  if (given.length >= 13) return [step("time", "bad", "time_in_ms")];
  const oldSeconds = Math.round(now.getTime() / 1000 - Number(given));
  if (oldSeconds > TOLERANCE_SECONDS)
    return [step("time", "warn", "time_old", { minutes: Math.floor(oldSeconds / 60) })];
  if (oldSeconds < -TOLERANCE_SECONDS)
    return [step("time", "bad", "time_ahead", { minutes: Math.ceil(-oldSeconds / 60) })];
  return [step("time", "ok", "time_right")];
}
