import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { disablingApi } from "@/lib/api-client/disabling";
import { deliveriesApi } from "@/lib/api-client/deliveries";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { ReplayInput } from "@/lib/core/redelivery";

/** So many come with the page; the others follow, as many at once as the API gives. */
export const WEBHOOKS_PAGE = 50;
const FURTHER_PAGE = 200;
/** Only what was loaded once: an error stands still until somebody tries again. */
const REFRESH_MS = 5_000;

/** Every query about webhooks begins so: invalidate this after a change. */
export const WEBHOOKS_KEY = ["webhooks"] as const;

export const webhooksQuery = () =>
  infiniteQueryOptions({
    queryKey: [...WEBHOOKS_KEY, "list"],
    queryFn: ({ pageParam, signal }) =>
      webhooksApi.list({ limit: pageParam === undefined ? WEBHOOKS_PAGE : FURTHER_PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // A refresh asks for every page again: the more there are, the less often.
    refetchInterval: ({ state }) => (state.data ? state.data.pages.length * REFRESH_MS : false),
  });

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id],
    queryFn: () => webhooksApi.get(id),
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });

/** What the account wants of its failing webhooks, where they don't say themselves. */
export const disablingQuery = () => queryOptions({ queryKey: ["disabling"], queryFn: () => disablingApi.get() });

/** Some seconds old is new enough, and counting costs as much as is held. */
const HELD_MS = 10_000;

export const heldQuery = (id: string) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "held"],
    queryFn: () => webhooksApi.held(id),
    refetchInterval: ({ state }) => (state.data ? HELD_MS : false),
  });

/** Counted once, when asked: a preview that changes under one's eyes is none. */
export const replayPreviewQuery = (id: string, request: ReplayInput) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "replay", request],
    queryFn: () => webhooksApi.previewReplay(id, request),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

/** As many as are looked at; of more, the latest. */
const SINCE_MAX = 200;
const SINCE_MS = 2_000;

/** The deliveries made since a secret was rotated: how its receiver takes the new one. */
export const sinceQuery = (id: string, from: string) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "since", from],
    queryFn: ({ signal }) => deliveriesApi.list({ webhookId: id, from, limit: SINCE_MAX }, signal),
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? SINCE_MS : false),
  });
