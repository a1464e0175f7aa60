import { switchAccount } from "@/lib/accounts/account";
import { api, methods, noContent } from "@/lib/http";

const post = api(async ({ actor, body }) => {
  await switchAccount(actor, await body());
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
