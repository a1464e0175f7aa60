"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";
import { AttemptDiff, type Side } from "./attempt-diff";
import { lastSuccessQuery } from "./queries";
import { useSheetPlace } from "./use-delivery-filters";

/** What an attempt is compared with unless said otherwise. */
export const LAST_SUCCESS = "success";

/** An attempt beside the last one that succeeded at the same webhook with the same event type, or beside another. */
export function AttemptCompare({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations("delivery.compare");
  const attempts = useTranslations("delivery.attempts");
  const errors = useTranslations("logs.errors");
  const [{ attempt: chosen, compare }, setPlace] = useSheetPlace();
  const isWithSuccess = compare === LAST_SUCCESS;
  const success = useQuery({ ...lastSuccessQuery(delivery), enabled: isWithSuccess });
  const right = find(delivery, chosen) ?? delivery.attempts.find(({ error }) => error) ?? delivery.attempts.at(-1);
  const left: Side | undefined = isWithSuccess ? sideOf(success.data) : sideOf(delivery, Number(compare));
  const options = delivery.attempts.map((attempt) => ({
    value: String(attempt.number),
    label: attempts("number", { number: String(attempt.number) }),
    hint: String(attempt.responseCode ?? (attempt.error ? errors(attempt.error) : "")),
  }));
  return (
    <section aria-label={t("title")} className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("left")}>
          {(control) => (
            <Select
              {...control}
              options={[{ value: LAST_SUCCESS, label: t("lastSuccess") }, ...options]}
              value={compare ?? LAST_SUCCESS}
              onValueChange={(value) => void setPlace({ compare: value })}
            />
          )}
        </Field>
        <Field label={t("right")}>
          {(control) => (
            <Select
              {...control}
              options={options}
              value={String(right?.number ?? "")}
              onValueChange={(value) => void setPlace({ attempt: Number(value) })}
            />
          )}
        </Field>
      </div>
      {isWithSuccess && success.isPending && <SkeletonRows label={t("loading")} rows={4} />}
      {isWithSuccess && success.isError && (
        <Banner tone="bad" title={t("failed")} live>
          {success.error.message}
        </Banner>
      )}
      {isWithSuccess && success.data === null && <Banner tone="idle" title={t("none")} />}
      {isWithSuccess && left && (
        <p className="text-sm text-ink-2">
          {t.rich("lastSuccessOf", { time: () => <Time value={left.attempt.startedAt} format="exact" /> })}
        </p>
      )}
      {left && right && <AttemptDiff left={left} right={{ delivery, attempt: right }} />}
    </section>
  );
}

const find = ({ attempts }: DeliveryDetail, chosen: number | null): Attempt | undefined =>
  attempts.find(({ number }) => number === chosen);

/** @param number the attempt that succeeded unless given */
function sideOf(delivery: DeliveryDetail | null | undefined, number?: number): Side | undefined {
  const attempt = delivery?.attempts.findLast((one) =>
    number === undefined ? one.outcome === "succeeded" : one.number === number,
  );
  return delivery && attempt ? { delivery, attempt } : undefined;
}
