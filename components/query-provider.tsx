"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ApiError } from "@/lib/api-client/api-error";

const FRESH_MS = 1_000;

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      // Offline, a request fails at once and says so; kept back, a click would take effect when nobody expects it.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        staleTime: FRESH_MS,
        // What the server refused it will refuse again; only an unreachable server is worth another try.
        retry: (count, error) => error instanceof ApiError && (error.status === 0 || error.status >= 500) && count < 2,
      },
    },
  });
}

let isLeaving = false;

/** The session has ended, perhaps in another tab: sign in, then come back here. Of many answers at once, the first one leads away. */
function leaveIfSignedOut(error: Error): void {
  if (isLeaving || !(error instanceof ApiError) || error.status !== 401) return;
  isLeaving = true;
  const here = window.location.pathname + window.location.search + window.location.hash;
  window.location.assign(`/login?next=${encodeURIComponent(here)}`);
}
