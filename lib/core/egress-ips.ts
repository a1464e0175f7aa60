/** The addresses that deliveries come from, as the API gives them. */
import { z } from "zod";

export const egressIpsSchema = z.object({ data: z.array(z.string()) }).meta({ id: "EgressIps" });
export type EgressIps = z.infer<typeof egressIpsSchema>;
