/** How a webhook's deliveries are made, in sentences: whatever isn't as a new webhook has it is among them. */
import { DEFAULT_FORMAT, FORMATS } from "./formats";
import type { Translate } from "./messages/translate";
import { delaysOf } from "./retry";
import { describeSchedule, formatSeconds } from "./schedule";
import type { CreateWebhookInput } from "./webhook";
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT_MS } from "./webhook-defaults";

type Policy = Omit<Partial<CreateWebhookInput>, "title" | "url" | "events">;

/** The schedule and the timeout always, then what was set. */
export function policyWords(t: Translate<"form">, policy: Policy): string[] {
  const { retry, timeoutMs = DEFAULT_TIMEOUT_MS } = policy;
  const preset = retry && "preset" in retry ? retry.preset : null;
  const delays = delaysOf({ preset, delaysSeconds: retry && "delaysSeconds" in retry ? retry.delaysSeconds : [] });
  return [
    // Not while what is being typed can't be read.
    ...(delays.some(Number.isNaN) ? [] : [describeSchedule(t, delays)]),
    t("policy.timeout", { span: formatSeconds(timeoutMs / 1000) }),
    ...limitWords(t, policy),
  ];
}

/** Whether anything is not as a new webhook of this format has it. */
export function isOwnPolicy(policy: Policy): boolean {
  const { format = DEFAULT_FORMAT, retry, timeoutMs = DEFAULT_TIMEOUT_MS } = policy;
  const isFormats = retry === undefined || ("preset" in retry && retry.preset === FORMATS[format].retry);
  const isAccounts = (policy.autoDisable ?? null) === null && (policy.autoRecover ?? null) === null;
  return !isFormats || !isAccounts || timeoutMs !== DEFAULT_TIMEOUT_MS || hasLimits(policy);
}

function hasLimits({ concurrency = DEFAULT_CONCURRENCY, ratePerSecond, orderBy, headers, alsoSign }: Policy): boolean {
  const isPaced = concurrency !== DEFAULT_CONCURRENCY || isNumber(ratePerSecond) || Boolean(orderBy);
  return isPaced || Object.keys(headers ?? {}).length > 0 || Boolean(alsoSign);
}

function limitWords(
  t: Translate<"form">,
  { concurrency, ratePerSecond, orderBy, headers = {}, alsoSign }: Policy,
): string[] {
  const names = Object.keys(headers);
  return [
    ...(isNumber(concurrency) && concurrency !== DEFAULT_CONCURRENCY
      ? [t("policy.concurrency", { count: concurrency })]
      : []),
    ...(isNumber(ratePerSecond) ? [t("policy.rate", { count: ratePerSecond })] : []),
    ...(orderBy ? [t("policy.order", { path: orderBy })] : []),
    ...(names.length > 0 ? [t("policy.headers", { count: names.length })] : []),
    ...(alsoSign ? [t("policy.alsoSends", { format: FORMATS[alsoSign.format].label })] : []),
  ];
}

const isNumber = (value: number | null | undefined): value is number => Number.isInteger(value);
