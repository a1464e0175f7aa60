"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { DeliveriesPage, Delivery } from "@/lib/core/delivery";
import { PAGE } from "./queries";
import { usePageCursor } from "./use-delivery-filters";

interface Props {
  page: DeliveriesPage;
  /** Fewer than the page has where newer ones wait. */
  shown: readonly Delivery[];
  isBusy: boolean;
}

/** To the neighbours of a page. Where looking ended early, it says how far it came, and leads on. */
export function LogPages({ page, shown, isBusy }: Props) {
  const t = useTranslations("logs.pages");
  const [cursor, setCursor] = usePageCursor();
  const { prevCursor, nextCursor, searchedTo, data } = page;
  const last = shown.at(-1);
  const hasOlder = nextCursor !== null || data.length > shown.length;
  // Others have come on top of these since the page was read: what is older begins where these end.
  const older = last && (data.length > PAGE || data.at(-1) !== last) ? last.id : nextCursor;
  const go = (to: string | null) => {
    window.scrollTo({ top: 0 });
    void setCursor(to);
  };
  if (cursor === null && !hasOlder) return null;
  return (
    <nav aria-label={t("label")} className="mt-3 flex flex-wrap items-center justify-end gap-2">
      {searchedTo && (
        <p role="status" className="mr-auto text-ink-2">
          {t.rich(cursor?.startsWith("AQ") ? "searchedUpTo" : "searchedTo", {
            time: () => <Time value={searchedTo} format="exact" />,
          })}
        </p>
      )}
      {cursor !== null && (
        <>
          <Button variant="ghost" onClick={() => go(null)}>
            {t("newest")}
          </Button>
          <Button disabled={isBusy} onClick={() => go(prevCursor)}>
            <ChevronLeft aria-hidden />
            {t("newer")}
          </Button>
        </>
      )}
      {hasOlder && (
        <Button disabled={isBusy} onClick={() => go(older)}>
          {t(searchedTo ? "further" : "older")}
          <ChevronRight aria-hidden />
        </Button>
      )}
    </nav>
  );
}
