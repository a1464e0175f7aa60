"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { FilterFields } from "./filter-fields";
import { SavedViews } from "./saved-views";
import { SearchField } from "./search-field";
import { filterCount, isFiltered, NO_FILTERS, useDeliveryFilters } from "./use-delivery-filters";

/** @param error of the list that these filters are for */
export function DeliveryFilterBar({ error }: { error: Error | null }) {
  const t = useTranslations("logs.filters");
  const [filters, setFilters] = useDeliveryFilters();
  const [isOpen, setOpen] = useState(false);
  const clear = isFiltered(filters) && (
    <Button variant="ghost" onClick={() => void setFilters(NO_FILTERS)}>
      {t("clear")}
    </Button>
  );
  return (
    <div className="mb-2 flex flex-wrap items-start gap-2">
      <SearchField error={error} />
      <SavedViews />
      <Button className="sm:hidden" onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden />
        {t("titleCount", { count: filterCount(filters) })}
      </Button>
      <div className="flex basis-full flex-wrap items-center gap-2 max-sm:hidden">
        <FilterFields />
        {clear}
      </div>
      {isOpen && (
        <Sheet
          open
          onOpenChange={setOpen}
          title={t("title")}
          footer={
            <>
              {clear}
              <Button variant="primary" onClick={() => setOpen(false)}>
                {t("show")}
              </Button>
            </>
          }
        >
          <div className="flex flex-col items-start gap-3">
            <FilterFields />
          </div>
        </Sheet>
      )}
    </div>
  );
}
