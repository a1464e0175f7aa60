/** Invites to the account. */
import type { Invite, InviteWithLink, CreateInviteInput } from "../core/member";
import type { Page } from "../core/page";
import { call } from "./call";

export const invitesApi = {
  list: () => call<Page<Invite>>("/api/v1/invites"),
  create: (body: CreateInviteInput) => call<InviteWithLink>("/api/v1/invites", { method: "POST", body }),
  revoke: (id: string) => call<undefined>(`/api/v1/invites/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
