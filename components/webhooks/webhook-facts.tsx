import type { KeyValue } from "@/components/ui/key-values";
import { formatNumber } from "@/components/ui/number";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { FORMATS } from "@/lib/core/formats";
import type { Translate } from "@/lib/core/messages/translate";
import { delaysOf } from "@/lib/core/retry";
import { describeSchedule, formatSeconds } from "@/lib/core/schedule";
import type { Webhook } from "@/lib/core/webhook";

/** A webhook's settings and counters, to be read. */
export function factsOf(t: Translate<"form">, webhook: Webhook): KeyValue[] {
  const { format, alsoSign, hasAuthorization, hits, lastHitAt, createdAt } = webhook;
  return [
    { label: "Id", value: <Tag className="whitespace-normal wrap-anywhere select-all">{webhook.id}</Tag> },
    { label: "Events", value: <Tags items={webhook.events.map((name) => (name === "*" ? "All events" : name))} /> },
    ...(webhook.filter
      ? [
          {
            label: "Filter",
            value: <code className="font-mono text-xs wrap-anywhere">{JSON.stringify(webhook.filter)}</code>,
          },
        ]
      : []),
    { label: "Format", value: FORMATS[format].label },
    ...(alsoSign
      ? [
          {
            label: "Also sends",
            value: (
              <>
                {FORMATS[alsoSign.format].label}, until <Time value={alsoSign.until} format="exact" />
              </>
            ),
          },
        ]
      : []),
    ...(hasAuthorization ? [{ label: "Authorization", value: "set, not shown" }] : []),
    ...policyOf(t, webhook),
    { label: "Hits", value: formatNumber(hits) },
    { label: "Last hit", value: lastHitAt ? <Time value={lastHitAt} /> : "never" },
    { label: "Created", value: <Time value={createdAt} format="exact" /> },
    ...exact("Secret rotated", webhook.secretRotatedAt),
    ...exact("Old secret until", webhook.previousSecretUntil),
  ];
}

function policyOf(
  t: Translate<"form">,
  { retry, timeoutMs, concurrency, ratePerSecond, orderBy, headers }: Webhook,
): KeyValue[] {
  const delays = "preset" in retry ? delaysOf({ preset: retry.preset, delaysSeconds: [] }) : retry.delaysSeconds;
  const times = `${delays.map(formatSeconds).join(", ")}. `;
  const names = Object.keys(headers);
  return [
    { label: "Retries", value: `${delays.length > 0 ? `After ${times}` : ""}${describeSchedule(t, delays)}` },
    { label: "Timeout", value: formatSeconds(timeoutMs / 1000) },
    { label: "At once", value: formatNumber(concurrency) },
    ...(ratePerSecond === null ? [] : [{ label: "Per second", value: formatNumber(ratePerSecond) }]),
    ...(orderBy === null ? [] : [{ label: "In order by", value: <Tag>{orderBy}</Tag> }]),
    ...(names.length > 0 ? [{ label: "Extra headers", value: <Tags items={names} /> }] : []),
  ];
}

function Tags({ items }: { items: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {items.map((item) => (
        <Tag key={item}>{item}</Tag>
      ))}
    </span>
  );
}

const exact = (label: string, at: string | null) => (at ? [{ label, value: <Time value={at} format="exact" /> }] : []);
