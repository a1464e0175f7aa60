"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import type { Inspector } from "@/lib/core/inspector";
import { NothingArrived } from "./nothing-arrived";
import { arrivedQuery } from "./queries";
import { RequestDetail } from "./request-detail";
import { RequestList } from "./request-list";
import { useChosenRequest } from "./use-chosen-request";
import { useFreshRows } from "./use-fresh-rows";
import { useInspectorSync } from "./use-inspector-sync";

/** What arrived, at left; one of it, at right. On a phone first the one, then the other. */
export function Arrived({ inspector }: { inspector: Inspector }) {
  const t = useTranslations("inspectors.requests");
  const query = useQuery(arrivedQuery(inspector.id));
  const requests = query.data?.data ?? [];
  const { shownId, isChosen, choose } = useChosenRequest(requests);
  const isFresh = useFreshRows(requests);
  useInspectorSync(inspector, requests);
  if (query.isPending) return <SkeletonRows label={t("loading")} compact />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  if (requests.length === 0 && !isChosen) return <NothingArrived inspector={inspector} />;
  return (
    <>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Panel
          flush
          title={t("title")}
          aside={<span>{t("count", { count: requests.length, total: inspector.requestCount })}</span>}
          className={clsx("lg:sticky lg:top-4", isChosen && "max-lg:hidden")}
        >
          <RequestList
            requests={requests}
            shownId={shownId}
            isChosen={isChosen}
            isFresh={isFresh}
            onOpen={choose}
            onFollow={() => choose(null)}
          />
        </Panel>
        {shownId && (
          <div className={clsx("min-w-0", !isChosen && "max-lg:hidden")}>
            <RequestDetail inspector={inspector} id={shownId} onLeave={() => choose(null)} />
          </div>
        )}
      </div>
    </>
  );
}
