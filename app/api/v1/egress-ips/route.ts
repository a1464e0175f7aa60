import { api, json, methods } from "@/lib/http";
import { listEgressIps } from "@/lib/webhooks/egress-ips";

const get = api(({ actor }) => Promise.resolve(json({ data: listEgressIps(actor) })));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
