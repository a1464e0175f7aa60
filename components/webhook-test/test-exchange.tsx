"use client";

import { useTranslations } from "use-intl";
import { DeliveryExchange } from "@/components/deliveries/delivery-exchange";
import { Banner } from "@/components/ui/banner";
import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";
import { formatSeconds } from "@/lib/core/schedule";
import { Elapsed, useIsLate } from "./elapsed";
import { SignatureVerdict } from "./signature-verdict";

interface Props {
  type: string;
  /** When the test was begun: each is waited for anew. */
  begunAt: number;
  delivery: DeliveryDetail | undefined;
  attempt: Attempt | undefined;
  sendError: Error | null;
  readError: Error | null;
  timeoutMs: number;
}

/** "Sending… waiting for 1.2 s", then "200 in 84 ms" with all that went to and fro. */
export function TestExchange({ type, begunAt, delivery, attempt, sendError, readError, timeoutMs }: Props) {
  const t = useTranslations("test");
  if (sendError) {
    return (
      <Banner tone="bad" title={t("notSent")} live>
        {sendError.message}
      </Banner>
    );
  }
  if (readError && !attempt) {
    return (
      <Banner tone="bad" title={t("notRead")} live>
        {readError.message}
      </Banner>
    );
  }
  if (!delivery || !attempt) return <Waiting key={begunAt} type={type} timeoutMs={timeoutMs} />;
  const hasSent = attempt.requestHeaders.length > 0;
  return (
    <div className="flex flex-col gap-4" aria-live="polite">
      {hasSent && <SignatureVerdict deliveryId={delivery.id} attempts={delivery.attemptCount} />}
      <DeliveryExchange delivery={delivery} attempt={attempt} />
      {isReused(attempt) && <p className="text-sm text-ink-3">{t("reused")}</p>}
    </div>
  );
}

/** Something came back, and no phase of connecting was measured. */
const isReused = ({ firstByteMs, connectMs }: Attempt) => firstByteMs !== null && connectMs === null;

/** A worker takes a test within a second: beyond its timeout and this, there is none. */
const MARGIN_MS = 10_000;

function Waiting({ type, timeoutMs }: Pick<Props, "type" | "timeoutMs">) {
  const t = useTranslations("test");
  const isLate = useIsLate(timeoutMs + MARGIN_MS);
  return (
    <Banner
      tone={isLate ? "warn" : "accent"}
      live
      title={t.rich("sending", { type, elapsed: () => <Elapsed key="elapsed" /> })}
    >
      {isLate ? t("slow") : t("sendingMore", { limit: formatSeconds(timeoutMs / 1000) })}
    </Banner>
  );
}
