/** The account's people. */
import type { Member, UpdateMember } from "../core/member";
import type { Page } from "../core/page";
import { call } from "./call";

export const membersApi = {
  list: () => call<Page<Member>>("/api/v1/members"),
  update: (id: string, body: UpdateMember) =>
    call<Member>(`/api/v1/members/${encodeURIComponent(id)}`, { method: "PATCH", body }),
  remove: (id: string) => call<undefined>(`/api/v1/members/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
