import { DEFAULT_FORMAT, FORMATS } from "@/lib/core/formats";
import type { CreateWebhook, Webhook } from "@/lib/core/webhook";
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT_MS } from "@/lib/core/webhook-defaults";

export type InitialWebhook = Omit<CreateWebhook, "status">;

/** A new webhook's form before anything was entered. */
export const BLANK_WEBHOOK: InitialWebhook = {
  title: "",
  url: "",
  events: [],
  format: DEFAULT_FORMAT,
  retry: { preset: FORMATS[DEFAULT_FORMAT].retry },
  timeoutMs: DEFAULT_TIMEOUT_MS,
  concurrency: DEFAULT_CONCURRENCY,
  authorization: null,
  headers: {},
  alsoSign: null,
  ratePerSecond: null,
  orderBy: null,
  filter: null,
  autoDisable: null,
  autoRecover: null,
};

const TITLE_MAX = 100;

/**
 * All that another webhook has and may be shown: no secret, no value of an Authorization header.
 * @param title of the copy; cut where it is longer than titles may be
 */
export function copyOf(webhook: Webhook, title: string): InitialWebhook {
  const { url, events, format, retry, timeoutMs, concurrency, headers, alsoSign } = webhook;
  const { ratePerSecond, orderBy, filter, autoDisable, autoRecover } = webhook;
  const plain = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "authorization");
  return {
    ...{ url, events, format, retry, timeoutMs, concurrency, alsoSign },
    ...{ ratePerSecond, orderBy, filter, autoDisable, autoRecover },
    title: title.slice(0, TITLE_MAX),
    headers: Object.fromEntries(plain),
    authorization: null,
  };
}
