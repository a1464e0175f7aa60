import { revokeApiKey } from "@/lib/accounts/api-keys";
import { api, noContent } from "@/lib/http";

export const DELETE = api<{ apiKeyId: string }>(async ({ actor, params }) => {
  await revokeApiKey(actor, params.apiKeyId);
  return noContent();
});
