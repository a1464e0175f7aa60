import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { InspectorsScreen } from "@/components/inspectors/inspectors-screen";
import { inspectorsQuery } from "@/components/inspectors/queries";
import { listInspectors } from "@/lib/inspectors/inspectors";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("inspectors");
  return { title: t("title") };
}

export default async function InspectorsPage() {
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchQuery({ ...inspectorsQuery(), queryFn: () => listInspectors(viewer) }),
  );
  return (
    <HydrationBoundary state={state}>
      <InspectorsScreen />
    </HydrationBoundary>
  );
}
