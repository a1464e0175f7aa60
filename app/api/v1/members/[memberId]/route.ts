import { removeMember, updateMember } from "@/lib/accounts/members";
import { api, json, methods, noContent } from "@/lib/http";

interface Params {
  memberId: string;
}

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateMember(actor, params.memberId, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await removeMember(actor, params.memberId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ PATCH: patch, DELETE: remove });
