"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { publishingApi } from "@/lib/api-client";
import type { Validation } from "@/lib/core/event-type";
import { publishingQuery } from "./queries";

const OPTIONS: { value: Validation; label: string; hint: string }[] = [
  { value: "off", label: "Off", hint: "Any data is accepted." },
  { value: "warn", label: "Warn", hint: "Accepted; the answer and the event say what doesn’t fit." },
  { value: "reject", label: "Reject", hint: "Refused with 422, which names the path in the data." },
];

/** What becomes of an event whose data is not as its type's schema says. */
export function ValidationSetting() {
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
    <Panel title="Checking published data">
      {query.isError ? (
        <Banner tone="bad" title="The setting could not be loaded">
          {query.error.message}
        </Banner>
      ) : (
        <Field label="When data doesn’t fit its type’s schema" className="max-w-96">
          {(control) => (
            <Select
              {...control}
              options={OPTIONS}
              value={query.data?.validation}
              disabled={query.isPending || isPending}
              placeholder="Loading…"
              onValueChange={mutate}
            />
          )}
        </Field>
      )}
    </Panel>
  );
}
