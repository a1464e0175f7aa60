/** API keys. */
import type { ApiKey, ApiKeyWithKey, CreateApiKeyInput } from "../core/api-key";
import type { Page } from "../core/page";
import { call } from "./call";

export const apiKeysApi = {
  list: () => call<Page<ApiKey>>("/api/v1/api-keys"),
  create: (body: CreateApiKeyInput) => call<ApiKeyWithKey>("/api/v1/api-keys", { method: "POST", body }),
  revoke: (id: string) => call<undefined>(`/api/v1/api-keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
