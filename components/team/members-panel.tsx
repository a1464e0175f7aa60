"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { QueryError } from "@/components/ui/query-error";
import type { Member } from "@/lib/core/member";
import { ChangeRole } from "./change-role";
import { MembersTable } from "./members-table";
import { membersQuery } from "./queries";
import { RemoveMember } from "./remove-member";

export function MembersPanel() {
  const t = useTranslations("team");
  const query = useQuery(membersQuery());
  const [changing, setChanging] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  if (query.isPending) return <SkeletonRows label={t("loading")} rows={3} />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  return (
    <div>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <MembersTable members={query.data} onChangeRole={setChanging} onRemove={setRemoving} />
      {changing && <ChangeRole member={changing} onClose={() => setChanging(null)} />}
      {removing && <RemoveMember member={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
