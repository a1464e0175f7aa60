/** How a webhook's deliveries are made, in sentences: whatever isn't as a new webhook has it is among them. */
import { DEFAULT_FORMAT, FORMATS } from "./formats";
import { delaysOf } from "./retry";
import { describeSchedule, formatSeconds } from "./schedule";
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT_MS, type CreateWebhookInput } from "./webhook";

type Policy = Omit<Partial<CreateWebhookInput>, "title" | "url" | "events">;

/** The schedule and the timeout always, then what was set. */
export function policyWords(policy: Policy): string[] {
  const { retry, timeoutMs = DEFAULT_TIMEOUT_MS } = policy;
  const preset = retry && "preset" in retry ? retry.preset : null;
  const delays = delaysOf({ preset, delaysSeconds: retry && "delaysSeconds" in retry ? retry.delaysSeconds : [] });
  return [
    // Not while what is being typed can't be read.
    ...(delays.some(Number.isNaN) ? [] : [describeSchedule(delays)]),
    `Gives up on an answer after ${formatSeconds(timeoutMs / 1000)}.`,
    ...limitWords(policy),
  ];
}

/** Whether anything is not as a new webhook of this format has it. */
export function isOwnPolicy(policy: Policy): boolean {
  const { format = DEFAULT_FORMAT, retry, timeoutMs = DEFAULT_TIMEOUT_MS } = policy;
  const isFormats = retry === undefined || ("preset" in retry && retry.preset === FORMATS[format].retry);
  const isAccounts = (policy.autoDisable ?? null) === null && (policy.autoRecover ?? null) === null;
  return !isFormats || !isAccounts || timeoutMs !== DEFAULT_TIMEOUT_MS || limitWords(policy).length > 0;
}

function limitWords({ concurrency, ratePerSecond, orderBy, headers = {}, alsoSign }: Policy): string[] {
  const names = Object.keys(headers);
  return [
    ...(isNumber(concurrency) && concurrency !== DEFAULT_CONCURRENCY ? [`${concurrency} at once.`] : []),
    ...(isNumber(ratePerSecond) ? [`At most ${ratePerSecond} a second.`] : []),
    ...(orderBy ? [`In order by ${orderBy}.`] : []),
    ...(names.length > 0 ? [`${names.length} extra ${names.length === 1 ? "header" : "headers"}.`] : []),
    ...(alsoSign ? [`Also sends the headers of ${FORMATS[alsoSign.format].label}.`] : []),
  ];
}

const isNumber = (value: number | null | undefined): value is number => Number.isInteger(value);
