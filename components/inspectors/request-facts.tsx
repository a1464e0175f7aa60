"use client";

import { useTranslations } from "use-intl";
import { KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { InspectedRequest } from "@/lib/core/inspector";
import { toneOf } from "./answer-tone";
import { deliveryHref } from "./paths";

export function RequestFacts({ request }: { request: InspectedRequest }) {
  const t = useTranslations("inspectors.request");
  const attempts = useTranslations("inspectors.requests");
  const { bytes } = useFormats();
  const { eventType, attempt, deliveryId, answeredStatus } = request;
  const parameters = [...new URLSearchParams(request.path.split("?")[1] ?? "")];
  return (
    <KeyValues
      items={[
        { label: t("received"), value: <Time value={request.receivedAt} format="exact" millis /> },
        { label: t("answered"), value: <Pill tone={toneOf(answeredStatus)}>{answeredStatus}</Pill> },
        ...(eventType ? [{ label: t("type"), value: <Tag>{eventType}</Tag> }] : []),
        {
          label: t("delivery"),
          value: deliveryId ? (
            <>
              <Link href={deliveryHref(deliveryId)} className="rounded-sm text-accent hover:underline">
                {t("openDelivery")}
              </Link>
              {attempt !== null && (
                <span className="text-ink-3"> · {attempts("attempt", { number: String(attempt) })}</span>
              )}
            </>
          ) : (
            <span className="text-ink-3">{t("notOurs")}</span>
          ),
        },
        { label: t("from"), value: <span className="font-mono text-xs">{request.remoteAddress}</span> },
        { label: t("size"), value: bytes(request.bytes) },
        ...parameters.map(([name, value], index) => ({
          label: index === 0 ? `${t("query")}: ${name}` : `… ${name}`,
          value: <span className="font-mono text-xs">{value}</span>,
        })),
      ]}
    />
  );
}
