import { egressIpsSchema } from "../../core/egress-ips";
import type { Operation } from "../operation";

export const referenceOperations: Operation[] = [
  {
    id: "listEgressIps",
    method: "get",
    path: "/egress-ips",
    group: "Reference",
    summary: "The addresses that deliveries come from",
    description: "For receivers that let in known addresses only. Empty where the operator has named none.",
    scope: "webhooks:read",
    answers: {
      200: {
        description: "IP addresses and CIDR ranges.",
        schema: egressIpsSchema,
        examples: { two: { summary: "An address and a range", value: { data: ["203.0.113.7", "198.51.100.0/28"] } } },
      },
    },
  },
];
