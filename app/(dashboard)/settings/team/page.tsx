import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { invitesQuery, membersQuery } from "@/components/team/queries";
import { TeamScreen } from "@/components/team/team-screen";
import { listInvites } from "@/lib/accounts/invites";
import { listMembers } from "@/lib/accounts/members";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...membersQuery(), queryFn: () => listMembers(viewer) }),
      viewer.permissions.includes("members:manage") &&
        queryClient.prefetchQuery({ ...invitesQuery(), queryFn: () => listInvites(viewer) }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <TeamScreen />
    </HydrationBoundary>
  );
}
