"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { membersApi } from "@/lib/api-client/members";
import type { Member } from "@/lib/core/member";
import { TEAM_KEY } from "./queries";

export function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations("team");
  const queryClient = useQueryClient();
  const { accountName } = useViewer();
  const { email, isYou } = member;
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => membersApi.remove(member.id),
    onSuccess: async () => {
      // Whoever has left is signed out by now.
      if (isYou) return window.location.assign("/login");
      toast.success(t("removed", { email }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: TEAM_KEY });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isYou ? t("leaveTitle", { account: accountName }) : t("removeTitle", { email })}
      description={isYou ? t("leaveText") : t("removeText")}
      footer={
        <>
          <Button onClick={onClose}>{isYou ? t("stay") : t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {isYou ? t("leave") : t("remove")}
          </Button>
        </>
      }
    >
      {error && <Banner tone="bad" title={error.message} live />}
    </Dialog>
  );
}
