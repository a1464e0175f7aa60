import { changePassword } from "@/lib/accounts/account";
import { api, methods, noContent } from "@/lib/http";

const post = api(async ({ actor, body }) => {
  await changePassword(actor, await body());
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
