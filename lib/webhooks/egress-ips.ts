/** The addresses that deliveries come from, for the firewalls of receivers. */
import { authorize, type Actor } from "../accounts/actor";
import { env } from "../env";

/** @returns addresses and CIDR ranges, as configured; none where nobody has said */
export function listEgressIps(actor: Actor): string[] {
  authorize(actor, "webhooks:read");
  return env().EGRESS_IPS;
}
