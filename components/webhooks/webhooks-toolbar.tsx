"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { MultiSelect } from "@/components/ui/multi-select";
import { SearchInput } from "@/components/ui/search-input";
import { useFormats } from "@/components/ui/use-formats";
import { useTableView } from "./table-view";
import { SHOWN_STATES, type ShownState } from "./webhook-state";

interface Props {
  /** Of all webhooks, whatever is filtered. */
  counts: Record<ShownState, number>;
  found: number;
  total: number;
  /** False while more are being loaded. */
  isComplete: boolean;
}

export function WebhooksToolbar({ counts, found, total, isComplete }: Props) {
  const t = useTranslations("webhooks");
  const { number } = useFormats();
  const [{ q, status }, setView] = useTableView();
  const isOnlyFailing = status.length === 1 && status[0] === "failing";
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label={t("search")}
        value={q}
        onValueChange={(text) => void setView({ q: text || null })}
        className="w-full sm:w-72"
      />
      <MultiSelect
        label={t("columns.status")}
        options={SHOWN_STATES.map((state) => ({
          value: state,
          label: t(`state.${state}`),
          aside: number(counts[state]),
        }))}
        value={status}
        onValueChange={(states) => void setView({ status: states.length > 0 ? states : null })}
      />
      {(counts.failing > 0 || isOnlyFailing) && (
        <Button
          aria-pressed={isOnlyFailing}
          onClick={() => void setView({ status: isOnlyFailing ? null : ["failing"] })}
          className={clsx("text-bad!", isOnlyFailing && "border-bad! bg-bad-soft!")}
        >
          {t("failingChip", { count: counts.failing })}
        </Button>
      )}
      <p className="ml-auto text-ink-3" role="status">
        {!isComplete
          ? t("countSoFar", { found })
          : found === total
            ? t("count", { count: total })
            : t("countOf", { found, total })}
      </p>
    </div>
  );
}
