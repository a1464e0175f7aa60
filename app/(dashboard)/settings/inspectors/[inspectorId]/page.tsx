import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { InspectorScreen } from "@/components/inspectors/inspector-screen";
import { arrivedQuery, inspectorQuery } from "@/components/inspectors/queries";
import { INSPECTED_REQUESTS_MAX } from "@/lib/core/inspector-limits";
import { getInspector } from "@/lib/inspectors/inspectors";
import { listInspectedRequests } from "@/lib/inspectors/requests";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("inspectors");
  return { title: t("one") };
}

interface Props {
  params: Promise<{ inspectorId: string }>;
}

export default async function InspectorPage({ params }: Props) {
  const { inspectorId: id } = await params;
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...inspectorQuery(id), queryFn: () => getInspector(viewer, id) }),
      queryClient.prefetchQuery({
        ...arrivedQuery(id),
        queryFn: () => listInspectedRequests(viewer, id, { limit: INSPECTED_REQUESTS_MAX }),
      }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <InspectorScreen id={id} />
    </HydrationBoundary>
  );
}
