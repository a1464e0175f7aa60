"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { sessionApi } from "@/lib/api-client/session";

/** Ends the session, once however often it is asked for, and leads to the sign-in. */
export function useSignOut(): () => void {
  const t = useTranslations("shell");
  const queryClient = useQueryClient();
  const isRunning = useRef(false);
  const signOut = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await sessionApi.signOut();
      queryClient.clear();
      window.location.assign("/login");
    } catch (error) {
      isRunning.current = false;
      toast.error(error instanceof Error ? error.message : t("signOutFailed"));
    }
  };
  return () => void signOut();
}
