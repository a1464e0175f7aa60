"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { invitesApi } from "@/lib/api-client/invites";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
import type { Invite } from "@/lib/core/member";
import { TEAM_KEY } from "./queries";

export function RevokeInvite({ invite: { id, email }, onClose }: { invite: Invite; onClose: () => void }) {
  const t = useTranslations("team.invites");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => evenIfGone(invitesApi.revoke(id)),
    onSuccess: () => {
      toast.success(t("revoked", { email }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: TEAM_KEY }),
  });
  return (
    <ConfirmDialog
      title={t("revokeTitle", { email })}
      description={t("revokeText")}
      keep={t("keep")}
      action={t("revoke")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
