/** Where deliveries come from. */
import type { EgressIps } from "../core/egress-ips";
import { call } from "./call";

export const egressIpsApi = {
  list: () => call<EgressIps>("/api/v1/egress-ips"),
};
