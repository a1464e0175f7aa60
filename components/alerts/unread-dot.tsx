"use client";

import { useQuery } from "@tanstack/react-query";
import { unreadQuery } from "./queries";

/** Where there is no room for a count. */
export function UnreadDot() {
  const { data: count = 0 } = useQuery(unreadQuery());
  if (count === 0) return null;
  return (
    <span className="size-1.5 shrink-0 rounded-full bg-accent">
      <span className="sr-only">, {count} unread</span>
    </span>
  );
}
