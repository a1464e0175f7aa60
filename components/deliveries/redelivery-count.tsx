"use client";

import { useTranslations } from "use-intl";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { RedeliveryPreview } from "@/lib/core/redelivery";

interface Props {
  preview: RedeliveryPreview;
  /** "delivery" for a retry, "event" for a replay. */
  what: "delivery" | "event";
  ratePerSecond: number;
}

const LEFT_OUT = ["alreadyDelivered", "underWay", "webhookDeleted", "notFailed", "notFound"] as const;

/** What would be done, in sentences: how many, how long it takes, and what is left out. */
export function RedeliveryCount({ preview, what, ratePerSecond }: Props) {
  const t = useTranslations("logs.redelivery");
  const { wait } = useFormats();
  const countWords = useCountWords();
  const { count, from, to, held, webhooks } = preview;
  const counted = countWords(preview, what);
  const leftOut = LEFT_OUT.filter((reason) => preview.leftOut[reason] > 0);
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      {count === 0 ? (
        <p className="font-medium">{t(what === "delivery" ? "noDelivery" : "noEvent")}</p>
      ) : (
        <>
          <p className="font-medium">
            {capital(what === "delivery" ? t("toWebhooks", { what: counted, webhooks }) : counted)}.
          </p>
          {from && to && (
            <p className="text-ink-2">
              {t.rich("between", {
                from: () => <Time value={from} format="exact" />,
                to: () => <Time value={to} format="exact" />,
              })}
            </p>
          )}
          <p className="text-ink-2">
            {t("about", { span: wait(Math.max(count / ratePerSecond, 1) * 1000), rate: ratePerSecond })}
          </p>
        </>
      )}
      {held > 0 && <p className="text-ink-2">{t(held === count ? "allHeld" : "held", { count: held })}</p>}
      {leftOut.length > 0 && (
        <ul aria-label={t("leftOut")} className="list-disc pl-5 text-ink-2">
          {leftOut.map((reason) => (
            <li key={reason}>{t(reason, { count: preview.leftOut[reason] })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "1,204 deliveries", "more than 98,000 events" */
export function useCountWords() {
  const t = useTranslations("logs.redelivery");
  return ({ count, isExact }: RedeliveryPreview, what: Props["what"]): string => {
    if (what === "delivery") return t(isExact ? "deliveries" : "moreDeliveries", { count });
    return t(isExact ? "events" : "moreEvents", { count });
  };
}
