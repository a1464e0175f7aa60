"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { EndSessions } from "./end-sessions";
import { sessionsQuery } from "./queries";
import { SessionRow } from "./session-row";

export function SessionsPanel() {
  const t = useTranslations("account.sessions");
  const query = useQuery(sessionsQuery());
  const [isEnding, setIsEnding] = useState(false);
  const others = query.data?.filter(({ isCurrent }) => !isCurrent).length ?? 0;
  return (
    <Panel
      title={t("title")}
      flush
      aside={
        others > 0 && (
          <Button size="sm" onClick={() => setIsEnding(true)}>
            {t("endOthers")}
          </Button>
        )
      }
    >
      {query.isPending && <SkeletonRows label={t("loading")} rows={2} />}
      {query.isError && !query.data && <QueryError bare query={query} title={t("failed")} />}
      {query.data && (
        <>
          <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
          <ul aria-label={t("title")} className="border-t">
            {query.data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </>
      )}
      {isEnding && <EndSessions count={others} onClose={() => setIsEnding(false)} />}
    </Panel>
  );
}
