"use client";

import clsx from "clsx";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import type { RetryManyInput } from "@/lib/core/redelivery";
import { RetryManyDialog } from "./retry-many-dialog";
import { idsThatMatch, isSearched, retryFilterOf } from "./retry-request";
import { isFiltered, useDeliveryFilters, type Filters } from "./use-delivery-filters";
import type { Selection } from "./use-selection";

/** Where the list is long and the screen short, it stays in reach of whoever ticks rows. */
const ON_A_PHONE =
  "max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:justify-end max-sm:border-t max-sm:bg-panel max-sm:p-3";

/** Whether more is shown than could be retried. */
const isPartly = ({ status }: Filters) => status.some((one) => one === "pending" || one === "held");

/** Retrying what is ticked or, with nothing ticked, all that the filters show and has failed. */
export function RetryActions({ selection }: { selection: Selection }) {
  const t = useTranslations("logs.retry");
  const [filters] = useDeliveryFilters();
  const [request, setRequest] = useState<RetryManyInput | null>(null);
  const filter = retryFilterOf(filters);
  const count = selection.ids.size;
  const { mutate: find, isPending } = useSingleMutation({
    mutationFn: () => idsThatMatch(filters),
    onSuccess: (ids) => {
      if (!ids) return void toast.error(t("tooMany"));
      if (ids.length > 0) setRequest({ ids });
      else toast.info(t("none"));
    },
    onError: (error) => toast.error(error.message),
  });
  return (
    <div className={clsx("flex flex-wrap items-center gap-2", count > 0 && ON_A_PHONE)}>
      {count > 0 ? (
        <>
          <Button variant="ghost" onClick={selection.clear}>
            {t("clear")}
          </Button>
          <Button onClick={() => setRequest({ ids: [...selection.ids] })}>
            <RotateCw aria-hidden />
            {t("selected", { count })}
          </Button>
        </>
      ) : (
        filter && (
          <Button
            busy={isPending}
            onClick={() => {
              // The API knows no search here: what matches is named one by one.
              if (isSearched(filters)) find();
              else setRequest({ filter: retryFilterOf(filters) });
            }}
          >
            <RotateCw aria-hidden />
            {t(isFiltered(filters) && !isPartly(filters) ? "matching" : "failed")}
          </Button>
        )
      )}
      {request && (
        <RetryManyDialog
          request={request}
          onClose={() => setRequest(null)}
          onBegun={() => {
            setRequest(null);
            selection.clear();
          }}
        />
      )}
    </div>
  );
}
