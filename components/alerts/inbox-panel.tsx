"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { StaleNote } from "@/components/ui/stale-note";
import { Loaded } from "./loaded";
import { NoticeRow } from "./notice-row";
import { noticesQuery } from "./queries";
import { useReading } from "./use-reading";

/** What was told, newest first. Looking at it is reading it; what was unread when one came stays marked while one looks. */
export function InboxPanel() {
  const t = useTranslations("alerts.inbox");
  const query = useInfiniteQuery(noticesQuery());
  const notices = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const isUnread = useReading(notices);
  return (
    <Panel title={t("title")} flush>
      <Loaded query={query} words={{ loading: t("loading"), failed: t("failed") }} rows={3}>
        {() => (
          <>
            <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
            {notices.length === 0 && (
              <EmptyState bare picture={<Inbox aria-hidden />} title={t("emptyTitle")}>
                {t("empty")}
              </EmptyState>
            )}
          </>
        )}
      </Loaded>
      {notices.length > 0 && (
        <ul aria-label={t("list")}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} isUnread={isUnread(notice.id)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="border-t px-4 py-3">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("older")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
