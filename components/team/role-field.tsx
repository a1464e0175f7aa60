"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { RadioGroup } from "@/components/ui/radio-group";
import { ROLES, type Role } from "@/lib/core/permissions";

interface Props {
  value: Role;
  onValueChange: (role: Role) => void;
}

/** Of the roles, those that whoever looks may give. */
export function RoleField({ value, onValueChange }: Props) {
  const t = useTranslations("team");
  const names = useTranslations("shell.roles");
  const mayManageOwners = useMay("owners:manage");
  const offered = ROLES.filter((role) => role !== "owner" || mayManageOwners).toReversed();
  return (
    <RadioGroup
      label={t("role")}
      value={value}
      onValueChange={onValueChange}
      options={offered.map((role) => ({ value: role, label: names(role), hint: t(`roles.${role}`) }))}
    />
  );
}
