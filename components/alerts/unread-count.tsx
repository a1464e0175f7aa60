"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { unreadQuery } from "./queries";

const SHOWN_MAX = 99;

/** Beside a link to the inbox; nothing where nothing is unread. */
export function UnreadCount() {
  const t = useTranslations("alerts");
  const { data: count = 0 } = useQuery(unreadQuery());
  if (count === 0) return null;
  const shown = count > SHOWN_MAX ? t("moreUnread", { count: String(SHOWN_MAX) }) : String(count);
  return (
    <span className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-xs font-semibold text-panel tabular-nums">
      {shown}
      <span className="sr-only"> {t("unread")}</span>
    </span>
  );
}
