"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Radio } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { INSPECTORS_MAX } from "@/lib/core/inspector-limits";
import { CreateInspectorDialog } from "./create-inspector-dialog";
import { InspectorsTable } from "./inspectors-table";
import { inspectorsQuery } from "./queries";

/** All inspectors of the account. */
export function InspectorsScreen() {
  const t = useTranslations("inspectors");
  const mayWrite = useMay("webhooks:write");
  const [isCreating, setIsCreating] = useState(false);
  const count = useQuery(inspectorsQuery()).data?.length ?? 0;
  const isFull = count >= INSPECTORS_MAX;
  const create = mayWrite && (
    <Button
      variant="primary"
      disabled={isFull}
      title={isFull ? t("limit", { max: String(INSPECTORS_MAX) }) : undefined}
      onClick={() => setIsCreating(true)}
    >
      <Plus aria-hidden />
      {t("make")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={count > 0 && create} />
      <div className="mt-6">
        <Inspectors create={create} />
      </div>
      {isCreating && <CreateInspectorDialog onClose={() => setIsCreating(false)} />}
    </>
  );
}

function Inspectors({ create }: { create: ReactNode }) {
  const t = useTranslations("inspectors.list");
  const query = useQuery(inspectorsQuery());
  if (query.isPending) return <SkeletonRows label={t("loading")} rows={3} />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  if (query.data.length === 0) {
    return (
      <EmptyState picture={<Radio aria-hidden />} title={t("emptyTitle")} actions={create}>
        {t("empty")}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <InspectorsTable inspectors={query.data} />
    </>
  );
}
