"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { failuresQuery } from "@/components/charts/queries";
import type { Span } from "@/components/charts/span";
import { useAxis } from "@/components/charts/use-axis";
import { Panel } from "@/components/ui/panel";
import { QueryError } from "@/components/ui/query-error";
import { Skeleton } from "@/components/ui/skeleton";
import { FAILURES_ID } from "@/components/webhooks/paths";
import { FailureRow } from "./failure-row";

/** How attempts failed, the most frequent way first. */
export function FailureGroups({ webhookId, span }: { webhookId: string; span: Span }) {
  const t = useTranslations("webhookPage.failures");
  const axis = useAxis(span);
  const query = useQuery(failuresQuery(webhookId, span));
  const { data } = query;
  return (
    <Panel id={FAILURES_ID} title={t("title")} aria-busy={query.isPending}>
      <p className="-mt-1 mb-3 text-xs text-ink-3">
        {t("subtitle")} {data?.since && t("cut", { count: data.attempts, at: axis.moment(Date.parse(data.since)) })}
      </p>
      {query.isPending ? (
        <div role="status" aria-label={t("loading")} className="flex flex-col gap-3">
          <Skeleton className="h-10 w-full" />
          <Skeleton className="h-10 w-full" />
        </div>
      ) : !data ? (
        <QueryError bare query={query} title={t("error")} />
      ) : data.groups.length === 0 ? (
        <p className="py-4 text-center text-ink-3">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line-2 border-t border-line-2">
          {data.groups.map((group) => (
            <FailureRow
              key={[group.error, group.errorDetail, group.responseCode, group.message].join()}
              webhookId={webhookId}
              group={group}
              from={Date.parse(data.from)}
              to={Date.parse(data.to)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
