import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ApiKeysScreen } from "@/components/account/api-keys-screen";
import { apiKeysQuery } from "@/components/account/queries";
import { listApiKeys } from "@/lib/accounts/api-keys";
import { prefetch } from "@/lib/prefetch";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchQuery({
      ...apiKeysQuery(),
      queryFn: async () => ({ data: await listApiKeys(viewer), nextCursor: null }),
    }),
  );
  return (
    <HydrationBoundary state={state}>
      <ApiKeysScreen />
    </HydrationBoundary>
  );
}
