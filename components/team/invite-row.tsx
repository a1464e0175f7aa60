import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import type { Invite } from "@/lib/core/member";

interface Props {
  invite: Invite;
  onRenew: () => void;
  onRevoke: () => void;
}

export function InviteRow({ invite, onRenew, onRevoke }: Props) {
  const t = useTranslations("team.invites");
  const roles = useTranslations("shell.roles");
  const mayManageOwners = useMay("owners:manage");
  const { email, role, invitedBy, expiresAt, isExpired } = invite;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-2 px-4 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium wrap-anywhere">{email}</span>
          <span className="text-ink-2">{roles(role)}</span>
          {isExpired && <Pill tone="warn">{t("expired")}</Pill>}
        </p>
        <p className="text-sm text-ink-3 wrap-anywhere">
          {t("by", { email: invitedBy ?? t("someone") })} ·{" "}
          {t.rich(isExpired ? "expiredAt" : "until", { time: () => <Time value={expiresAt} format="exact" /> })}
        </p>
      </div>
      {(role !== "owner" || mayManageOwners) && (
        <div className="flex gap-2">
          <Button size="sm" onClick={onRenew} aria-label={t("newLinkFor", { email })}>
            {t("newLink")}
          </Button>
          <Button size="sm" onClick={onRevoke} aria-label={t("revokeFor", { email })}>
            {t("revoke")}
          </Button>
        </div>
      )}
    </li>
  );
}
