import { revokeApiKey } from "@/lib/accounts/api-keys";
import { api, methods, noContent } from "@/lib/http";

const remove = api<{ apiKeyId: string }>(async ({ actor, params }) => {
  await revokeApiKey(actor, params.apiKeyId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ DELETE: remove });
