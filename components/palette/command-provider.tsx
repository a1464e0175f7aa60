"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useState, type ReactNode } from "react";
import { useViewer } from "@/components/account/viewer";
import { onDemand } from "@/components/ui/on-demand";
import { PERMISSIONS_OF } from "@/lib/core/permissions";
import { screenOfKey } from "./screens";
import { useKeys } from "./use-keys";

interface Commands {
  openPalette: () => void;
  openKeys: () => void;
}

const nothing = () => undefined;
const CommandsContext = createContext<Commands>({ openPalette: nothing, openKeys: nothing });

export const useCommands = () => useContext(CommandsContext);

// Neither is needed before somebody asks for it.
const CommandPalette = onDemand(() => import("./command-palette").then((its) => its.CommandPalette));
const KeysDialog = onDemand(() => import("./keys-dialog").then((its) => its.KeysDialog));

export function CommandProvider({ onSignOut, children }: { onSignOut: () => void; children: ReactNode }) {
  const router = useRouter();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const permissions = PERMISSIONS_OF[useViewer().role];
  const openPalette = () => setOpen("palette");
  const openKeys = () => setOpen("keys");
  const go = (key: string) => {
    const screen = screenOfKey(key, permissions);
    if (screen) router.push(screen.href);
  };
  useKeys({ onPalette: openPalette, onHelp: openKeys, onGo: go });
  return (
    <CommandsContext value={{ openPalette, openKeys }}>
      {children}
      {open === "palette" && (
        <CommandPalette onClose={() => setOpen(null)} onShowKeys={openKeys} onSignOut={onSignOut} />
      )}
      {open === "keys" && <KeysDialog onClose={() => setOpen(null)} />}
    </CommandsContext>
  );
}
