"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import type { Invite } from "@/lib/core/member";
import { InviteRow } from "./invite-row";
import { NewLink } from "./new-link";
import { invitesQuery } from "./queries";
import { RevokeInvite } from "./revoke-invite";

export function InvitesPanel() {
  const t = useTranslations("team.invites");
  const query = useQuery(invitesQuery());
  const [renewing, setRenewing] = useState<Invite | null>(null);
  const [revoking, setRevoking] = useState<Invite | null>(null);
  return (
    <Panel title={t("title")} flush>
      {query.isPending && <SkeletonRows label={t("loading")} rows={1} />}
      {query.isError && !query.data && <QueryError bare query={query} title={t("failed")} />}
      {query.data && <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />}
      {query.data?.length === 0 && <p className="px-4 pb-4 text-ink-2">{t("empty")}</p>}
      {query.data && query.data.length > 0 && (
        <ul aria-label={t("title")} className="border-t">
          {query.data.map((invite) => (
            <InviteRow
              key={invite.id}
              invite={invite}
              onRenew={() => setRenewing(invite)}
              onRevoke={() => setRevoking(invite)}
            />
          ))}
        </ul>
      )}
      {renewing && <NewLink invite={renewing} onClose={() => setRenewing(null)} />}
      {revoking && <RevokeInvite invite={revoking} onClose={() => setRevoking(null)} />}
    </Panel>
  );
}
