"use client";

import { useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";
import { PERMISSIONS_OF } from "@/lib/core/permissions";
import type { Webhook } from "@/lib/core/webhook";
import type { CommandGroup } from "./command-groups";
import type { Command } from "./command-item";
import { bestMatches } from "./match";
import { useIdCommand } from "./use-id-command";
import { useOtherCommands } from "./use-other-commands";
import { useWebhookCommands } from "./use-webhook-commands";

const WEBHOOKS_MAX = 8;
const ACTIONS_MAX = 8;
const ALL = 100;

interface Given {
  query: string;
  webhooks: readonly Webhook[];
  /** The one whose commands are listed, and nothing else. */
  chosen: Webhook | undefined;
  /** The one whose page is open. */
  shown: Webhook | undefined;
}

/** What the palette offers, best first. Of an account's webhooks and all that can be done to each, only what is sought. */
export function useCommandGroups({ query, webhooks, chosen, shown }: Given): CommandGroup[] {
  const t = useTranslations("palette.groups");
  const mayWrite = PERMISSIONS_OF[useViewer().role].includes("webhooks:write");
  const commandsOf = useWebhookCommands(mayWrite);
  const byId = useIdCommand(query);
  const { screens, docs, preferences } = useOtherCommands(query);
  const isSearching = query.trim() !== "";
  const find = (commands: readonly Command[], max = ALL) =>
    bestMatches(query, commands, ({ label, also = "" }) => `${label} ${also}`, max);

  if (chosen) return filled([{ id: "chosen", title: chosen.title, commands: find(commandsOf.one(chosen)) }]);
  const named = webhooks.map((webhook) => commandsOf.choose(webhook));
  // "rotate crm": the action and the webhook at once.
  const actions =
    isSearching && query.trim().includes(" ") ? webhooks.flatMap((webhook) => commandsOf.named(webhook)) : [];
  return filled([
    { id: "ids", title: t("ids"), commands: byId },
    ...(shown
      ? [{ id: "shown", title: t("thisWebhook", { title: shown.title }), commands: find(commandsOf.one(shown)) }]
      : []),
    { id: "webhooks", title: t("webhooks"), commands: isSearching || !shown ? find(named, WEBHOOKS_MAX) : [] },
    { id: "actions", title: t("actions"), commands: find(actions, ACTIONS_MAX) },
    { id: "screens", title: t("screens"), commands: find(screens) },
    { id: "preferences", title: t("preferences"), commands: find(preferences) },
    { id: "docs", title: t("docs"), commands: isSearching && byId.length === 0 ? docs : [] },
  ]);
}

const filled = (groups: CommandGroup[]) => groups.filter(({ commands }) => commands.length > 0);
