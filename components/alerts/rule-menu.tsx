"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BellOff, BellRing, Ellipsis, Pencil, Send, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { alertRulesApi } from "@/lib/api-client/alert-rules";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ALERT_RULES_KEY, NOTICES_KEY } from "./queries";

interface Props {
  rule: AlertRule;
  onEdit: () => void;
  onDelete: () => void;
}

export function RuleMenu({ rule, onEdit, onDelete }: Props) {
  const t = useTranslations("alerts.rules");
  const queryClient = useQueryClient();
  const onError = (error: Error) => toast.error(error.message);
  const toggle = useSingleMutation({
    mutationFn: () => alertRulesApi.update(rule.id, { isEnabled: !rule.isEnabled }),
    onSuccess: ({ isEnabled }) => toast.success(t(isEnabled ? "isOn" : "isOff", { title: rule.title })),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY }),
  });
  const test = useSingleMutation({
    mutationFn: () => alertRulesApi.test(rule.id),
    onSuccess: ({ messages }) => toast.success(t(messages.length > 0 ? "testSent" : "testInInbox")),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
  return (
    <Menu
      trigger={
        <IconButton label={t("actions", { title: rule.title })} size="sm" variant="secondary">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Send aria-hidden />} onSelect={() => test.mutate()}>
        {t("test")}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
        {t("edit")}
      </MenuItem>
      <MenuItem
        icon={rule.isEnabled ? <BellOff aria-hidden /> : <BellRing aria-hidden />}
        onSelect={() => toggle.mutate()}
      >
        {t(rule.isEnabled ? "turnOff" : "turnOn")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={onDelete}>
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}
