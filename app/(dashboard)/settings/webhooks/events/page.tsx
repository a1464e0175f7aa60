import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { EventsScreen } from "@/components/events/events-screen";
import { eventSetsQuery, eventTypesQuery, publishingQuery } from "@/components/events/queries";
import { CreateEventTypeButton } from "@/components/events/create-event-type-button";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { translator } from "@/lib/locale";
import { prefetch } from "@/lib/prefetch";
import { listEventSets } from "@/lib/webhooks/event-sets";
import { listEventTypes } from "@/lib/webhooks/event-types";
import { getPublishing } from "@/lib/webhooks/publishing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("events");
  return { title: t("tab") };
}

export default async function EventsPage() {
  const state = await prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...eventTypesQuery(), queryFn: () => listEventTypes(viewer) }),
      queryClient.prefetchQuery({ ...eventSetsQuery(), queryFn: () => listEventSets(viewer) }),
      queryClient.prefetchQuery({ ...publishingQuery(), queryFn: () => getPublishing(viewer) }),
    ]),
  );
  return (
    <>
      <WebhooksHeader current="/settings/webhooks/events" actions={<CreateEventTypeButton />} />
      <HydrationBoundary state={state}>
        <EventsScreen />
      </HydrationBoundary>
    </>
  );
}
