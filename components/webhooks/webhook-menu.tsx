"use client";

import { Copy, Ellipsis, History, KeyRound, List, Pause, Pencil, Play, Send, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import type { ButtonSize } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Webhook } from "@/lib/core/webhook";
import { deliveriesHref, duplicateHref, editHref } from "./paths";
import { useWebhookAction } from "./webhook-actions";

interface Props {
  webhook: Webhook;
  /** As the buttons beside it. */
  size: ButtonSize;
}

/** All that can be done to a webhook; nothing that whoever looks may not do. */
export function WebhookMenu({ webhook, size }: Props) {
  const t = useTranslations("webhooks");
  const may = useMay("webhooks:write");
  const begin = useWebhookAction();
  const isActive = webhook.status === "active";
  return (
    <Menu
      trigger={
        <IconButton label={t("actionsFor", { title: webhook.title })} size={size} variant="secondary">
          <Ellipsis />
        </IconButton>
      }
    >
      {may && (
        <MenuItem icon={<Send aria-hidden />} onSelect={() => begin("test", webhook)}>
          {t("actions.test")}
        </MenuItem>
      )}
      <MenuItem icon={<List aria-hidden />} href={deliveriesHref(webhook.id)}>
        {t("actions.deliveries")}
      </MenuItem>
      {may && (
        <>
          <MenuItem icon={<Pencil aria-hidden />} href={editHref(webhook.id)}>
            {t("actions.edit")}
          </MenuItem>
          <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => begin("rotate", webhook)}>
            {t("actions.rotate")}
          </MenuItem>
          <MenuItem
            icon={isActive ? <Pause aria-hidden /> : <Play aria-hidden />}
            onSelect={() => begin(isActive ? "pause" : "resume", webhook)}
          >
            {t(isActive ? "actions.pause" : "actions.resume")}
          </MenuItem>
          <MenuItem icon={<History aria-hidden />} onSelect={() => begin("replay", webhook)}>
            {t("actions.replay")}
          </MenuItem>
          <MenuItem icon={<Copy aria-hidden />} href={duplicateHref(webhook.id)}>
            {t("actions.duplicate")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => begin("delete", webhook)}>
            {t("actions.delete")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
