"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { invitesApi } from "@/lib/api-client/invites";
import type { Invite } from "@/lib/core/member";
import { TEAM_KEY } from "./queries";

export function RevokeInvite({ invite: { id, email }, onClose }: { invite: Invite; onClose: () => void }) {
  const t = useTranslations("team.invites");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => invitesApi.revoke(id),
    onSuccess: () => {
      toast.success(t("revoked", { email }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: TEAM_KEY }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("revokeTitle", { email })}
      description={t("revokeText")}
      footer={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {t("revoke")}
          </Button>
        </>
      }
    >
      {error && <Banner tone="bad" title={error.message} live />}
    </Dialog>
  );
}
