"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { WifiOff } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { FloatingNote } from "@/components/ui/floating-note";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";

/** Says that the browser is offline, and how old what stands there is; what is shown is read again when it is back. */
export function ConnectionNote() {
  const t = useTranslations("shell");
  const queryClient = useQueryClient();
  const offlineSince = useSyncExternalStore(subscribe, readOfflineSince, () => null);
  const readAgain = useEffectEvent(() => {
    void queryClient.invalidateQueries().then(() => toast.success(t("online")));
  });
  useEffect(() => {
    if (offlineSince === null) return;
    return () => {
      if (navigator.onLine) readAgain();
    };
  }, [offlineSince]);
  if (offlineSince === null) return null;
  return (
    <FloatingNote>
      <p
        role="status"
        className="mx-auto flex max-w-full items-start gap-2 rounded-lg border border-warn/30 bg-warn-soft px-3 py-1 text-sm text-warn shadow-float"
      >
        <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {t.rich("offline", { time: () => <Time value={newestOf(queryClient) ?? offlineSince} format="clock" /> })}
        </span>
      </p>
    </FloatingNote>
  );
}

/** When the newest of what is on screen was read; undefined where nothing on it was. */
function newestOf(queryClient: QueryClient): number | undefined {
  const shown = queryClient.getQueryCache().findAll({ type: "active" });
  return Math.max(0, ...shown.map(({ state }) => state.dataUpdatedAt)) || undefined;
}

let since: number | null = null;

/** @returns when we first knew; null while there is a connection */
function readOfflineSince(): number | null {
  since = navigator.onLine ? null : (since ?? Date.now());
  return since;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("offline", onChange);
  window.addEventListener("online", onChange);
  return () => {
    window.removeEventListener("offline", onChange);
    window.removeEventListener("online", onChange);
  };
}
