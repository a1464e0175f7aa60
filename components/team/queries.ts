import { queryOptions } from "@tanstack/react-query";
import { invitesApi } from "@/lib/api-client/invites";
import { membersApi } from "@/lib/api-client/members";

/** Every query about people begins so: invalidate this after a change. */
export const TEAM_KEY = ["team"] as const;

export const membersQuery = () =>
  queryOptions({ queryKey: [...TEAM_KEY, "members"], queryFn: async () => (await membersApi.list()).data });

export const invitesQuery = () =>
  queryOptions({ queryKey: [...TEAM_KEY, "invites"], queryFn: async () => (await invitesApi.list()).data });
