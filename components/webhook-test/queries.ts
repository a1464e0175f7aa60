import { queryOptions } from "@tanstack/react-query";
import { DELIVERIES_KEY } from "@/components/deliveries/queries";
import { deliveriesApi } from "@/lib/api-client/deliveries";

/** @param attempts how many there were: each may be signed anew */
export const signaturesQuery = (deliveryId: string, attempts: number) =>
  queryOptions({
    queryKey: [...DELIVERIES_KEY, deliveryId, "signatures", attempts],
    queryFn: async () => (await deliveriesApi.signatures(deliveryId)).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
