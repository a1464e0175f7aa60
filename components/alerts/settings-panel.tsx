"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { alertSettingsQuery } from "./queries";
import { SettingsForm } from "./settings-form";

export function SettingsPanel() {
  const query = useQuery(alertSettingsQuery());
  return (
    <Panel title="Who is told, and when">
      {query.isPending && <SkeletonRows label="Loading the settings" rows={2} />}
      {query.isError && !query.data && (
        <ErrorState
          bare
          title="The settings could not be loaded"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        >
          {query.error.message}
        </ErrorState>
      )}
      {query.data && <SettingsForm settings={query.data} />}
    </Panel>
  );
}
