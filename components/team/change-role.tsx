"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { membersApi } from "@/lib/api-client/members";
import type { Member } from "@/lib/core/member";
import { TEAM_KEY } from "./queries";
import { RoleField } from "./role-field";

export function ChangeRole({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const router = useRouter();
  const [role, setRole] = useState(member.role);
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => membersApi.update(member.id, { role }),
    onSuccess: () => {
      toast.success(t("changed", { email: member.email, role }));
      onClose();
      // With another role of one's own, other screens are there.
      if (member.isYou) router.refresh();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: TEAM_KEY }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("changeTitle", { email: member.email })}
      description={t("changeText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" busy={isPending} disabled={role === member.role} onClick={() => mutate()}>
            {t("save")}
          </Button>
        </>
      }
    >
      {error && <Banner tone="bad" title={error.message} live className="mb-4" />}
      <RoleField value={role} onValueChange={setRole} />
    </Dialog>
  );
}
