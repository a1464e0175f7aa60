"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";

/** What stops when webhooks are deleted, and what stays. */
export function WhatEnds({ count }: { count: number }) {
  const t = useTranslations("webhooks.deleting");
  const { retentionDays } = useViewer();
  return (
    <ul className="flex flex-col gap-1 text-ink-2 [&>li]:flex [&>li]:gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      <li>
        <X aria-hidden className="text-bad" />
        {t("stops", { count })}
      </li>
      <li>
        <X aria-hidden className="text-bad" />
        {t("secretEnds", { count })}
      </li>
      <li>
        <Check aria-hidden className="text-ok" />
        {t("logsStay", { days: retentionDays })}
      </li>
    </ul>
  );
}
