import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ApiKeysScreen } from "@/components/account/api-keys-screen";
import { apiKeysQuery } from "@/components/account/queries";
import { listApiKeys } from "@/lib/accounts/api-keys";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("account");
  return { title: t("keys.title") };
}

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
