"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useViewer } from "@/components/account/viewer";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { membersApi } from "@/lib/api-client/members";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
import type { Member } from "@/lib/core/member";
import { TEAM_KEY } from "./queries";

export function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations("team");
  const queryClient = useQueryClient();
  const { accountName } = useViewer();
  const { email, isYou } = member;
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => evenIfGone(membersApi.remove(member.id)),
    onSuccess: async () => {
      // Whoever has left is signed out by now.
      if (isYou) return window.location.assign("/login");
      toast.success(t("removed", { email }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: TEAM_KEY });
    },
  });
  return (
    <ConfirmDialog
      title={isYou ? t("leaveTitle", { account: accountName }) : t("removeTitle", { email })}
      description={isYou ? t("leaveText") : t("removeText")}
      keep={isYou ? t("stay") : t("keep")}
      action={isYou ? t("leave") : t("remove")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
