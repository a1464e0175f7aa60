"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { noticesApi } from "@/lib/api-client/notices";
import type { Notice } from "@/lib/core/notice";
import { unreadQuery } from "./queries";

/**
 * Marks what is on screen as read, while somebody may be looking.
 * @returns whether a notice was unread when it first came on screen
 */
export function useReading(notices: readonly Notice[]): (id: string) => boolean {
  const queryClient = useQueryClient();
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const newest = notices.find(({ isRead }) => isRead === false)?.id;
  const fresh = notices.filter(({ id, isRead }) => isRead === false && !unread.has(id));
  if (fresh.length > 0) setUnread(new Set([...unread, ...fresh.map(({ id }) => id)]));
  useEffect(() => {
    if (!newest || document.visibilityState === "hidden") return;
    let isGone = false;
    noticesApi
      .markRead(newest)
      .then(({ unreadCount }) => {
        if (!isGone) queryClient.setQueryData(unreadQuery().queryKey, unreadCount ?? 0);
      })
      // Read once more when the list is next loaded.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [newest, queryClient]);
  return (id) => unread.has(id);
}
