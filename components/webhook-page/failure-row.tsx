"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { logHref } from "@/components/charts/log-href";
import { useMoment } from "@/components/health/use-moment";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useFormats } from "@/components/ui/use-formats";
import type { FailureGroup } from "@/lib/core/failure-groups";
import { debugHref } from "./tabs";
import { TrendLine } from "./trend-line";

interface Props {
  webhookId: string;
  group: FailureGroup;
  /** Of the span, in Unix milliseconds. */
  from: number;
  to: number;
}

/** "401 invalid signature × 312", since when, after what, and the ways to mend it. */
export function FailureRow({ webhookId, group, from, to }: Props) {
  const t = useTranslations("webhookPage.failures");
  const title = useTitle(group);
  const { responseCode, error, attempts, deliveries, failed, sampleDeliveryId } = group;
  const mayWrite = useMay("webhooks:write");
  const result = responseCode === null ? { error } : { code: `${responseCode}` };
  const named = responseCode === null ? t(`kinds.${error}`, { code: "" }).trim() : `${responseCode}`;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium wrap-anywhere">
          {title} <span className="whitespace-nowrap text-bad">{t("times", { count: attempts })}</span>
        </p>
        <p className="text-sm text-ink-2">
          {t("deliveries", { count: deliveries })}, {t("failed", { count: failed })} · <When group={group} />
        </p>
        <Began group={group} />
      </div>
      <TrendLine trend={group.trend} from={from} to={to} />
      <div className="flex flex-wrap gap-2">
        <Button asChild size="sm">
          <Link href={`${logHref(webhookId, { from, to, ...result })}&delivery=${sampleDeliveryId}`}>
            {t("sample")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link
            href={logHref(webhookId, { from, to, ...result })}
            aria-label={t("deliveriesLinkOf", { result: named })}
          >
            {t("deliveriesLink")}
          </Link>
        </Button>
        {(responseCode === 401 || responseCode === 403) && (
          <Button asChild size="sm">
            <Link href={debugHref(webhookId, sampleDeliveryId)}>{t("debug")}</Link>
          </Button>
        )}
        {mayWrite && failed > 0 && (
          <Button asChild size="sm">
            <Link
              href={logHref(webhookId, { from, to, ...result, status: "failed" })}
              aria-label={t("retryOf", { result: named })}
            >
              {t("retry")}
            </Link>
          </Button>
        )}
      </div>
    </li>
  );
}

const MINUTE_MS = 60_000;

const DETAILS = [
  "expired",
  "self_signed",
  "wrong_host",
  "protocol",
  "connect",
  "first_byte",
  "body",
  "no_address",
  "timeout",
] as const;

function useTitle({ error, errorDetail, responseCode, message }: FailureGroup): string {
  const t = useTranslations("webhookPage.failures");
  if (responseCode !== null && error === "http_status") return `${responseCode} ${message || t("saidNothing")}`;
  const kind = t(`kinds.${error}`, { code: `${responseCode ?? ""}` });
  const detail = DETAILS.find((known) => known === errorDetail);
  return detail ? `${kind}: ${t(`details.${detail}`)}` : kind;
}

function When({ group: { firstAt, lastAt, attempts } }: { group: FailureGroup }) {
  const t = useTranslations("webhookPage.failures");
  const moment = useMoment();
  if (attempts === 1) return <>{t("once", { at: moment(firstAt) })}</>;
  return (
    <>
      {t("first", { at: moment(firstAt) })}, {t("last", { at: moment(lastAt) })}
    </>
  );
}

function Began({ group: { began, firstAt } }: { group: FailureGroup }) {
  const t = useTranslations("webhookPage.failures");
  const { wait } = useFormats();
  if (!began) return null;
  const ms = Math.max(Date.parse(firstAt) - Date.parse(began.at), 1_000);
  const span = wait(ms < MINUTE_MS ? ms : Math.round(ms / MINUTE_MS) * MINUTE_MS);
  return <p className="text-sm font-medium">{t(`began.${began.after}`, { span })}</p>;
}
