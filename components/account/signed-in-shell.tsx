"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";
import { sessionApi } from "@/lib/api-client";

export function SignedInShell(props: Omit<AppShellProps, "onSignOut">) {
  const queryClient = useQueryClient();
  const signOut = async () => {
    try {
      await sessionApi.signOut();
      queryClient.clear();
      window.location.assign("/login");
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Signing out failed.");
    }
  };
  return <AppShell {...props} onSignOut={() => void signOut()} />;
}
