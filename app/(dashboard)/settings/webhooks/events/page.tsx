import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { EventsScreen } from "@/components/events/events-screen";
import { eventTypesQuery } from "@/components/events/queries";
import { CreateEventTypeButton } from "@/components/events/create-event-type-button";
import { WebhooksHeader } from "@/components/webhooks/webhooks-header";
import { prefetch } from "@/lib/prefetch";
import { listEventTypes } from "@/lib/webhooks/event-types";

export const metadata: Metadata = { title: "Events" };

export default async function EventsPage() {
  const state = await prefetch((queryClient, viewer) =>
    queryClient.prefetchQuery({ ...eventTypesQuery(), queryFn: () => listEventTypes(viewer) }),
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
