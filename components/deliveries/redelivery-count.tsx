"use client";

import { formatWait } from "@/components/ui/duration";
import { formatNumber } from "@/components/ui/number";
import { Time } from "@/components/ui/time";
import type { RedeliveryPreview } from "@/lib/core/redelivery";

interface Props {
  preview: RedeliveryPreview;
  /** "delivery" for a retry, "event" for a replay. */
  what: "delivery" | "event";
  ratePerSecond: number;
}

/** What would be done, in sentences: how many, how long it takes, and what is left out. */
export function RedeliveryCount({ preview, what, ratePerSecond }: Props) {
  const { count, from, to, held } = preview;
  const leftOut = leftOutWords(preview);
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      {count === 0 ? (
        <p className="font-medium">Nothing to send: no {what} matches.</p>
      ) : (
        <>
          <p className="font-medium">
            {countWords(preview, what)}
            {what === "delivery" && ` to ${preview.webhooks === 1 ? "1 webhook" : `${preview.webhooks} webhooks`}`}.
          </p>
          {from && to && (
            <p className="text-ink-2">
              The oldest is of <Time value={from} format="exact" />, the newest of <Time value={to} format="exact" />.
            </p>
          )}
          <p className="text-ink-2">
            About {formatWait(Math.max(count / ratePerSecond, 1) * 1000)} at {ratePerSecond}/s.
          </p>
        </>
      )}
      {held > 0 && (
        <p className="text-ink-2">
          {held === count ? (held === 1 ? "It is" : "All of them are") : `${formatNumber(held)} of them are`} held until
          the webhook is resumed.
        </p>
      )}
      {leftOut.length > 0 && (
        <ul aria-label="Left out" className="list-disc pl-5 text-ink-2">
          {leftOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "1,204 deliveries", "More than 98,000 events" */
export function countWords({ count, isExact }: RedeliveryPreview, what: Props["what"]): string {
  const noun = what === "delivery" ? (count === 1 ? "delivery" : "deliveries") : count === 1 ? "event" : "events";
  return `${isExact ? "" : "More than "}${formatNumber(count)} ${noun}`;
}

function leftOutWords({ leftOut }: RedeliveryPreview): string[] {
  const { alreadyDelivered, underWay, webhookDeleted, notFailed, notFound } = leftOut;
  const lines: [number, one: string, many: string][] = [
    [
      alreadyDelivered,
      "was already delivered by a later retry and is",
      "were already delivered by a later retry and are",
    ],
    [underWay, "is on its way already and is", "are on their way already and are"],
    [webhookDeleted, "went to a webhook that was deleted and is", "went to webhooks that were deleted and are"],
    [notFailed, "has not failed and is", "have not failed and are"],
    [notFound, "does not exist any more and is", "do not exist any more and are"],
  ];
  return lines.flatMap(([count, one, many]) =>
    count > 0 ? [`${formatNumber(count)} ${count === 1 ? one : many} left out.`] : [],
  );
}
