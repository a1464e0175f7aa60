"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import type { InviteWithLink } from "@/lib/core/member";

/** The only time a link is on a screen; nobody mails it. */
export function InviteLink({ invite, onClose }: { invite: InviteWithLink; onClose: () => void }) {
  const t = useTranslations("team.dialog");
  const { email, link, expiresAt } = invite;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      persistent
      size="lg"
      title={t("linkTitle", { email })}
      description={t.rich("copyFirst", { email, time: () => <Time value={expiresAt} format="exact" /> })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <code
          aria-label={t("linkLabel")}
          className="min-w-0 flex-1 basis-64 rounded-md border bg-code px-3 py-1.5 font-mono text-sm wrap-anywhere select-all"
        >
          {link}
        </code>
        <CopyButton value={link} label={t("copyLink")} variant="primary" />
      </div>
    </Dialog>
  );
}
