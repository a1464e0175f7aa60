import { revokeInvite } from "@/lib/accounts/invites";
import { api, methods, noContent } from "@/lib/http";

const remove = api<{ inviteId: string }>(async ({ actor, params }) => {
  await revokeInvite(actor, params.inviteId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ DELETE: remove });
