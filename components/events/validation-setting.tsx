"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import { publishingApi } from "@/lib/api-client";
import type { Validation } from "@/lib/core/event-type";
import { publishingQuery } from "./queries";

const OPTIONS: { value: Validation; label: string; hint: string }[] = [
  { value: "off", label: "Off", hint: "Data that doesn’t fit its type’s schema is accepted." },
  { value: "warn", label: "Warn", hint: "Accepted; the answer and the event say what doesn’t fit." },
  { value: "reject", label: "Reject", hint: "Refused with 422, which names the path in the data." },
];

/** What becomes of an event whose data is not as its type's schema says. */
export function ValidationSetting() {
  const titleId = useId();
  const hintId = useId();
  const queryClient = useQueryClient();
  const query = useQuery(publishingQuery());
  const { mutate, isPending } = useSingleMutation({
    mutationFn: (validation: Validation) => publishingApi.update({ validation }),
    onSuccess: (publishing) => {
      queryClient.setQueryData(publishingQuery().queryKey, publishing);
      toast.success("Saved. It applies to what is published from now on.");
    },
    onError: (error) => toast.error(error.message),
  });
  return (
    <section aria-labelledby={titleId} className="px-4 py-2">
      {query.isError ? (
        <Banner tone="bad" title="The setting could not be loaded">
          {query.error.message}
        </Banner>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-72">
            <h2 id={titleId} className="text-sm font-medium">
              Checking published data
            </h2>
            <p id={hintId} className="text-sm text-ink-3">
              {OPTIONS.find(({ value }) => value === query.data?.validation)?.hint}
            </p>
          </div>
          <div className="w-full sm:w-72">
            <Select
              aria-label="When data doesn’t fit its type’s schema"
              aria-describedby={hintId}
              options={OPTIONS}
              value={query.data?.validation}
              disabled={query.isPending || isPending}
              placeholder="Loading…"
              onValueChange={mutate}
            />
          </div>
        </div>
      )}
    </section>
  );
}
