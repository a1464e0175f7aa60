import { queryOptions } from "@tanstack/react-query";
import { accountApi } from "@/lib/api-client/account";
import { apiKeysApi } from "@/lib/api-client/api-keys";

export const API_KEYS_KEY = ["api-keys"] as const;

export const apiKeysQuery = () => queryOptions({ queryKey: API_KEYS_KEY, queryFn: () => apiKeysApi.list() });

export const accountQuery = () => queryOptions({ queryKey: ["account"], queryFn: () => accountApi.get() });

export const sessionsQuery = () =>
  queryOptions({ queryKey: ["sessions"], queryFn: async () => (await accountApi.sessions()).data });
