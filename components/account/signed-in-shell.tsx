"use client";

import { CommandProvider, useCommands } from "@/components/palette/command-provider";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";
import { useSignOut } from "./use-sign-out";

type Props = Omit<AppShellProps, "onSignOut" | "onSearch" | "onShowKeys">;

export function SignedInShell(props: Props) {
  const signOut = useSignOut();
  return (
    <CommandProvider onSignOut={signOut}>
      <ShellWithCommands {...props} onSignOut={signOut} />
    </CommandProvider>
  );
}

function ShellWithCommands(props: Props & Pick<AppShellProps, "onSignOut">) {
  const { openPalette, openKeys } = useCommands();
  return <AppShell {...props} onSearch={openPalette} onShowKeys={openKeys} />;
}
