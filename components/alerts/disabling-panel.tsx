"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { disablingQuery } from "@/components/webhooks/queries";
import { DisablingForm } from "./disabling-form";

export function DisablingPanel() {
  const query = useQuery(disablingQuery());
  return (
    <Panel title="When a webhook keeps failing">
      {query.isPending && <SkeletonRows label="Loading the setting" rows={2} />}
      {query.isError && !query.data && (
        <ErrorState
          bare
          title="The setting could not be loaded"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        >
          {query.error.message}
        </ErrorState>
      )}
      {query.data && <DisablingForm disabling={query.data} />}
    </Panel>
  );
}
