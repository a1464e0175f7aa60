"use client";

import { Command } from "cmdk";
import { ArrowLeft, Search } from "lucide-react";
import { useParams } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { returnFocus } from "@/components/ui/return-focus";
import { CommandGroups } from "./command-groups";
import type { CommandEffects } from "./command-item";
import { useAllWebhooks } from "./use-all-webhooks";
import { useCommandGroups } from "./use-command-groups";

interface Props {
  onClose: () => void;
  onShowKeys: () => void;
  onSignOut: () => void;
}

export function CommandPalette({ onClose, onShowKeys, onSignOut }: Props) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { webhookId: shownId } = useParams<{ webhookId?: string }>();
  const { webhooks, isPending, error } = useAllWebhooks();
  const chosen = webhooks.find(({ id }) => id === chosenId);
  const shown = webhooks.find(({ id }) => id === shownId);
  const groups = useCommandGroups({ query, webhooks, chosen, shown });
  const effects: CommandEffects = {
    close: onClose,
    showKeys: onShowKeys,
    signOut: onSignOut,
    choose: (id) => {
      setChosenId(id);
      setQuery("");
    },
  };
  const back = () => effects.choose(null);
  const handleKeyDown = (event: KeyboardEvent) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      onClose();
    }
    if (chosen && query === "" && event.key === "Backspace") {
      event.preventDefault();
      back();
    }
  };
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={(event) => {
            if (!chosen) return;
            event.preventDefault();
            back();
          }}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-16px)] max-w-dialog-lg animate-fade-in flex-col overflow-hidden rounded-lg border bg-panel shadow-float outline-none sm:top-[12dvh] sm:max-h-[70dvh]"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <Command
            label={t("title")}
            shouldFilter={false}
            loop
            onKeyDown={handleKeyDown}
            className="flex min-h-0 flex-1 flex-col"
          >
            <div className="flex items-center gap-2 border-b px-3">
              {chosen ? (
                <IconButton label={t("backTo")} size="sm" onClick={back}>
                  <ArrowLeft />
                </IconButton>
              ) : (
                <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              )}
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={chosen ? t("placeholderFor", { title: chosen.title }) : t("placeholder")}
                maxLength={200}
                autoFocus
                className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none pointer-coarse:text-lg"
              />
              <Kbd className="max-sm:hidden">Esc</Kbd>
            </div>
            <Command.List label={t("results")} className="min-h-0 flex-1 overflow-y-auto p-2">
              <CommandGroups groups={groups} effects={effects} />
              {groups.length === 0 && <p className="px-2 py-6 text-center text-ink-2">{t("empty", { query })}</p>}
            </Command.List>
          </Command>
          {(isPending || error) && (
            <p role="status" className="border-t px-4 py-2 text-sm text-ink-3">
              {error ? t("failed", { message: error.message }) : t("loading")}
            </p>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
