import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AccountScreen } from "@/components/account/account-screen";
import { accountQuery, sessionsQuery } from "@/components/account/queries";
import { getAccount } from "@/lib/accounts/account";
import { listSessions } from "@/lib/accounts/own-sessions";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...accountQuery(), queryFn: () => getAccount(viewer) }),
      queryClient.prefetchQuery({ ...sessionsQuery(), queryFn: () => listSessions(viewer) }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <AccountScreen />
    </HydrationBoundary>
  );
}
