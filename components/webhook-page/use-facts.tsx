"use client";

import { useTranslations } from "use-intl";
import type { KeyValue } from "@/components/ui/key-values";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import { FORMATS } from "@/lib/core/formats";
import { delaysOf } from "@/lib/core/retry";
import { formatSeconds } from "@/lib/core/schedule";
import type { Webhook } from "@/lib/core/webhook";

/** A webhook's settings and counters, to be read. */
export function useFacts(webhook: Webhook): KeyValue[] {
  const t = useTranslations("webhookPage.facts");
  const { number } = useFormats();
  const policy = usePolicy(webhook);
  const { format, alsoSign, hasAuthorization, hits, lastHitAt, createdAt } = webhook;
  const exact = (label: string, at: string | null) =>
    at ? [{ label, value: <Time value={at} format="exact" /> }] : [];
  return [
    { label: t("id"), value: <Tag className="whitespace-normal wrap-anywhere select-all">{webhook.id}</Tag> },
    {
      label: t("events"),
      value: <Tags items={webhook.events.map((name) => (name === "*" ? t("allEvents") : name))} />,
    },
    ...(webhook.filter
      ? [
          {
            label: t("filter"),
            value: <code className="font-mono text-xs wrap-anywhere">{JSON.stringify(webhook.filter)}</code>,
          },
        ]
      : []),
    { label: t("format"), value: FORMATS[format].label },
    ...(alsoSign
      ? [
          {
            label: t("alsoSends"),
            value: t.rich("until", {
              format: FORMATS[alsoSign.format].label,
              time: () => <Time value={alsoSign.until} format="exact" />,
            }),
          },
        ]
      : []),
    ...(hasAuthorization ? [{ label: t("authorization"), value: t("authorizationSet") }] : []),
    ...policy,
    { label: t("hits"), value: number(hits) },
    { label: t("lastHit"), value: lastHitAt ? <Time value={lastHitAt} /> : t("never") },
    { label: t("created"), value: <Time value={createdAt} format="exact" /> },
    ...exact(t("rotated"), webhook.secretRotatedAt),
    ...exact(t("oldSecretUntil"), webhook.previousSecretUntil),
  ];
}

function usePolicy({ retry, timeoutMs, concurrency, ratePerSecond, orderBy, headers }: Webhook): KeyValue[] {
  const t = useTranslations("webhookPage.facts");
  const { number } = useFormats();
  const delays = "preset" in retry ? delaysOf({ preset: retry.preset, delaysSeconds: [] }) : retry.delaysSeconds;
  const names = Object.keys(headers);
  const span = formatSeconds(delays.reduce((sum, seconds) => sum + seconds, 0));
  const schedule =
    delays.length === 0
      ? t("noRetries")
      : `${t("after", { delays: delays.map(formatSeconds).join(", ") })} ${t("attempts", { count: delays.length + 1, span })}`;
  return [
    { label: t("retries"), value: schedule },
    { label: t("timeout"), value: formatSeconds(timeoutMs / 1000) },
    { label: t("atOnce"), value: number(concurrency) },
    ...(ratePerSecond === null ? [] : [{ label: t("perSecond"), value: number(ratePerSecond) }]),
    ...(orderBy === null ? [] : [{ label: t("inOrder"), value: <Tag>{orderBy}</Tag> }]),
    ...(names.length > 0 ? [{ label: t("headers"), value: <Tags items={names} /> }] : []),
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
