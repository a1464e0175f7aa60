"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { invitesApi } from "@/lib/api-client/invites";
import type { Invite } from "@/lib/core/member";
import { InviteLink } from "./invite-link";
import { TEAM_KEY } from "./queries";

/** For a link that was lost or has expired: a new invite, in the place of the old one. */
export function NewLink({ invite: { email, role }, onClose }: { invite: Invite; onClose: () => void }) {
  const t = useTranslations("team.invites");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => invitesApi.create({ email, role }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: TEAM_KEY }),
  });
  if (data) return <InviteLink invite={data} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("newLinkTitle", { email })}
      description={t("newLinkText", { email })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" busy={isPending} onClick={() => mutate()}>
            {t("newLink")}
          </Button>
        </>
      }
    >
      {error && <Banner tone="bad" title={error.message} live />}
    </Dialog>
  );
}
