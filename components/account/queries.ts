import { queryOptions } from "@tanstack/react-query";
import { apiKeysApi } from "@/lib/api-client";

export const API_KEYS_KEY = ["api-keys"] as const;

export const apiKeysQuery = () => queryOptions({ queryKey: API_KEYS_KEY, queryFn: () => apiKeysApi.list() });
