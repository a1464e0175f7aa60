"use client";

import clsx from "clsx";
import { Command as Cmdk } from "cmdk";
import type { LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { Kbd } from "@/components/ui/kbd";
import { follow } from "@/components/webhooks/asked-here";

/** What a command does: leads somewhere, goes on within the palette, or acts. */
export type CommandRun =
  | { kind: "go"; href: string }
  | { kind: "choose"; webhookId: string }
  | { kind: "keys" }
  | { kind: "signOut" }
  /** Closes the palette first. */
  | { kind: "act"; act: () => void };

export interface Command {
  id: string;
  Icon: LucideIcon;
  label: string;
  /** What is found by, beside the label. */
  also?: string;
  hint?: string | undefined;
  keys?: readonly string[] | undefined;
  danger?: boolean;
  run: CommandRun;
}

export interface CommandEffects {
  close: () => void;
  choose: (webhookId: string | null) => void;
  showKeys: () => void;
  signOut: () => void;
}

export function CommandItem({ command, effects }: { command: Command; effects: CommandEffects }) {
  const router = useRouter();
  const { id, Icon, label, hint, keys = [], danger = false, run } = command;
  const select = () => {
    if (run.kind === "choose") return effects.choose(run.webhookId);
    if (run.kind === "keys") return effects.showKeys();
    effects.close();
    if (run.kind === "go") router.push(follow(run.href));
    else if (run.kind === "signOut") effects.signOut();
    else run.act();
  };
  return (
    <Cmdk.Item
      value={id}
      onSelect={select}
      className={clsx(
        "flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 select-none pointer-coarse:min-h-11",
        danger ? "text-bad data-[selected=true]:bg-bad-soft" : "text-ink data-[selected=true]:bg-fill",
      )}
    >
      <Icon aria-hidden className={clsx("size-4 shrink-0", !danger && "text-ink-3")} />
      <span className="min-w-0 shrink truncate">{label}</span>
      {hint && <span className="min-w-0 shrink-[4] truncate text-sm text-ink-3">{hint}</span>}
      <span className="flex-1" />
      {keys.length > 0 && (
        <span className="flex shrink-0 gap-1 pointer-coarse:hidden">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Cmdk.Item>
  );
}
