"use client";

import { Ellipsis, LogOut, ShieldCheck, UserMinus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Tooltip } from "@/components/ui/tooltip";
import type { Member } from "@/lib/core/member";

interface Props {
  member: Member;
  isLastOwner: boolean;
  onChangeRole: () => void;
  onRemove: () => void;
}

/** What may be done to a member; where nothing may, the button stays and says why. */
export function MemberMenu({ member, isLastOwner, onChangeRole, onRemove }: Props) {
  const t = useTranslations("team");
  const mayManage = useMay("members:manage");
  const mayManageOwners = useMay("owners:manage");
  if (!mayManage) return null;
  const label = t("actionsFor", { email: member.email });
  const reason = isLastOwner ? t("onlyOwner") : t("onlyOwnersManage");
  if (isLastOwner || (member.role === "owner" && !mayManageOwners)) {
    return (
      <Tooltip content={reason}>
        <span
          tabIndex={0}
          role="img"
          aria-label={reason}
          className="grid size-6.5 place-items-center rounded-md text-ink-3"
        >
          <ShieldCheck aria-hidden className="size-4" />
        </span>
      </Tooltip>
    );
  }
  return (
    <Menu
      trigger={
        <IconButton label={label} size="sm" variant="secondary">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<ShieldCheck aria-hidden />} onSelect={onChangeRole}>
        {t("changeRole")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={member.isYou ? <LogOut aria-hidden /> : <UserMinus aria-hidden />} onSelect={onRemove}>
        {member.isYou ? t("leave") : t("remove")}
      </MenuItem>
    </Menu>
  );
}
