import { useSyncExternalStore } from "react";

/** False on the server and in the first client render, true after it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribeToNothing, isClient, isServer);
}

const subscribeToNothing = () => () => undefined;
const isClient = () => true;
const isServer = () => false;
