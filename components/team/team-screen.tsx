"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { InviteDialog } from "./invite-dialog";
import { InvitesPanel } from "./invites-panel";
import { MembersPanel } from "./members-panel";

export function TeamScreen() {
  const t = useTranslations("team");
  const mayManage = useMay("members:manage");
  const [isInviting, setIsInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayManage && (
            <Button variant="primary" onClick={() => setIsInviting(true)}>
              <UserPlus aria-hidden />
              {t("invite")}
            </Button>
          )
        }
      />
      <div className="mt-6 flex flex-col gap-6">
        <MembersPanel />
        {mayManage && <InvitesPanel />}
      </div>
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </>
  );
}
