"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { unreadQuery } from "./queries";

/** Where there is no room for a count. */
export function UnreadDot() {
  const t = useTranslations("alerts");
  const { data: count = 0 } = useQuery(unreadQuery());
  if (count === 0) return null;
  return (
    <span className="size-1.5 shrink-0 rounded-full bg-accent">
      <span className="sr-only">
        , {count} {t("unread")}
      </span>
    </span>
  );
}
