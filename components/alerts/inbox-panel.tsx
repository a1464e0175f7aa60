"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { NoticeRow } from "./notice-row";
import { noticesQuery } from "./queries";
import { useReading } from "./use-reading";

/** What was told, newest first. Looking at it is reading it; what was unread when one came stays marked while one looks. */
export function InboxPanel() {
  const query = useInfiniteQuery(noticesQuery());
  const notices = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const isUnread = useReading(notices);
  return (
    <Panel title="Inbox" flush>
      {query.isPending && <SkeletonRows label="Loading the inbox" rows={3} />}
      {query.isError && !query.data && (
        <ErrorState
          bare
          title="The inbox could not be loaded"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        >
          {query.error.message}
        </ErrorState>
      )}
      {query.data && <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />}
      {query.data && notices.length === 0 && (
        <EmptyState bare picture={<Inbox aria-hidden />} title="Nothing to tell">
          When a webhook keeps failing, is disabled, or works again, it stands here.
        </EmptyState>
      )}
      {notices.length > 0 && (
        <ul aria-label="Notices">
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} isUnread={isUnread(notice.id)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="border-t px-4 py-3">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Older notices
          </Button>
        </div>
      )}
    </Panel>
  );
}
