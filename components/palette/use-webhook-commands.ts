"use client";

import {
  Copy,
  ExternalLink,
  ListChecks,
  Pause,
  Pencil,
  Play,
  RefreshCw,
  RotateCcw,
  Send,
  Trash2,
  Webhook as WebhookIcon,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Webhook } from "@/lib/core/webhook";
import type { Command } from "./command-item";
import { webhookCommands, type WebhookCommand } from "./webhook-commands";

const ICONS: Record<WebhookCommand, LucideIcon> = {
  open: ExternalLink,
  test: Send,
  deliveries: ListChecks,
  edit: Pencil,
  rotate: RefreshCw,
  pause: Pause,
  resume: Play,
  enable: Play,
  replay: RotateCcw,
  duplicate: Copy,
  delete: Trash2,
};

/** The commands about webhooks, in words. */
export function useWebhookCommands(mayWrite: boolean) {
  const t = useTranslations("palette.webhook");
  const commandsOf = (webhook: Webhook, labelOf: (words: string) => string): Command[] =>
    webhookCommands(webhook, mayWrite).map(({ command, href }) => ({
      id: `${command} ${webhook.id}`,
      Icon: ICONS[command],
      label: labelOf(t(command)),
      danger: command === "delete",
      run: { kind: "go", href },
    }));
  return {
    one: (webhook: Webhook) => commandsOf(webhook, (words) => words),
    named: (webhook: Webhook) => commandsOf(webhook, (words) => `${words}: ${webhook.title}`),
    choose: (webhook: Webhook): Command => ({
      id: webhook.id,
      Icon: WebhookIcon,
      label: webhook.title,
      also: webhook.url,
      hint: webhook.url,
      run: { kind: "choose", webhookId: webhook.id },
    }),
  };
}
