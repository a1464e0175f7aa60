import { sendsAuthorization } from "@/lib/core/formats";
import type { CreateWebhook, CreateWebhookInput, UpdateWebhook, Webhook } from "@/lib/core/webhook";

/** A webhook's settings as the form has them. */
export function editable(webhook: Webhook): CreateWebhookInput {
  const { title, url, events, format, retry, timeoutMs, concurrency, headers } = webhook;
  const { alsoSign, ratePerSecond, orderBy, filter, autoDisable, autoRecover } = webhook;
  return {
    ...{ title, url, events, format, retry, timeoutMs, concurrency, headers, alsoSign, ratePerSecond, orderBy, filter },
    ...{ autoDisable, autoRecover },
    authorization: null,
  };
}

/** What the form has of a webhook, a URL that is being typed included. */
const FIELDS = [
  ...(["title", "url", "events", "format", "retry", "timeoutMs", "concurrency", "status", "headers"] as const),
  ...(["alsoSign", "ratePerSecond", "orderBy", "filter", "autoDisable", "autoRecover"] as const),
];

/** A write-only value is all that can have changed where nothing else did. */
export function differingFields(before: Webhook, after: Webhook): ((typeof FIELDS)[number] | "authorization")[] {
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return fields.length > 0 ? fields : ["authorization"];
}

/** An Authorization value that wasn't entered stays, unless no format sends one any more. */
export function changesOf({ status: _, authorization, ...changes }: CreateWebhook): UpdateWebhook {
  const isSent = [changes.format, changes.alsoSign?.format].some((format) => format && sendsAuthorization(format));
  return { ...changes, ...(isSent && authorization === null ? {} : { authorization: isSent ? authorization : null }) };
}
