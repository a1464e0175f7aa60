"use client";

import { Ellipsis, History, KeyRound, List, Pause, Pencil, Play, Send, Trash2 } from "lucide-react";
import type { ButtonSize } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Webhook } from "@/lib/core/webhook";
import { deliveriesHref, editHref } from "./paths";
import { useWebhookAction } from "./webhook-actions";

interface Props {
  webhook: Webhook;
  /** As the buttons beside it. */
  size: ButtonSize;
}

export function WebhookMenu({ webhook, size }: Props) {
  const begin = useWebhookAction();
  const isActive = webhook.status === "active";
  return (
    <Menu
      trigger={
        <IconButton label={`Actions for ${webhook.title}`} size={size} variant="secondary">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Send aria-hidden />} onSelect={() => begin("test", webhook)}>
        Test
      </MenuItem>
      <MenuItem icon={<List aria-hidden />} href={deliveriesHref(webhook.id)}>
        View deliveries
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden />} href={editHref(webhook.id)}>
        Edit
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => begin("rotate", webhook)}>
        Rotate secret
      </MenuItem>
      <MenuItem
        icon={isActive ? <Pause aria-hidden /> : <Play aria-hidden />}
        onSelect={() => begin(isActive ? "pause" : "resume", webhook)}
      >
        {isActive ? "Pause" : "Resume"}
      </MenuItem>
      <MenuItem icon={<History aria-hidden />} onSelect={() => begin("replay", webhook)}>
        Replay events
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => begin("delete", webhook)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
