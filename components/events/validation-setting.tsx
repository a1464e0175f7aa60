"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { publishingApi } from "@/lib/api-client/publishing";
import type { Validation } from "@/lib/core/event-type";
import { publishingQuery } from "./queries";

const MODES = ["off", "warn", "reject"] as const satisfies Validation[];

/** What becomes of an event whose data is not as its type's schema says. */
export function ValidationSetting() {
  const t = useTranslations("events.validation");
  const mayWrite = useMay("webhooks:write");
  const titleId = useId();
  const hintId = useId();
  const queryClient = useQueryClient();
  const query = useQuery(publishingQuery());
  const { mutate, isPending } = useSingleMutation({
    mutationFn: (validation: Validation) => publishingApi.update({ validation }),
    onSuccess: (publishing) => {
      queryClient.setQueryData(publishingQuery().queryKey, publishing);
      toast.success(t("saved"));
    },
    onError: (error) => toast.error(error.message),
  });
  return (
    <section aria-labelledby={titleId} className="px-4 py-2">
      {query.isError ? (
        <Banner tone="bad" title={t("failed")}>
          {query.error.message}
        </Banner>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-72">
            <h2 id={titleId} className="text-sm font-medium">
              {t("title")}
            </h2>
            <p id={hintId} className="text-sm text-ink-3">
              {query.data && t(`${query.data.validation}Hint`)}
            </p>
          </div>
          <div className="w-full sm:w-72">
            <Select
              aria-label={t("label")}
              aria-describedby={hintId}
              options={MODES.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
              value={query.data?.validation}
              disabled={query.isPending || isPending || !mayWrite}
              placeholder={t("loading")}
              onValueChange={mutate}
            />
          </div>
        </div>
      )}
    </section>
  );
}
