import { useSyncExternalStore } from "react";
import { subscribeToTicks } from "@/components/ui/ticker";
import { useFormats } from "@/components/ui/use-formats";

const MINUTE_MS = 60_000;

/**
 * For instants within a sentence: "Tue 14:05" in the reader's zone. The server, which can't know it, says
 * "24 Mar 2026, 14:05:00 UTC".
 */
export function useMoment(): (at: string) => string {
  const minute = useSyncExternalStore(subscribeToTicks, thisMinute, beforeHydration);
  const { exact, moment } = useFormats();
  return (at) => (minute === null ? exact(Date.parse(at), "UTC") : moment(Date.parse(at), minute));
}

const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** Unix milliseconds of this second; null until the browser has taken over. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribeToTicks, thisSecond, beforeHydration);
}

const SECOND_MS = 1_000;
const thisSecond = () => Math.floor(Date.now() / SECOND_MS) * SECOND_MS;
const beforeHydration = () => null;
