import { endOtherSessions, listSessions } from "@/lib/accounts/own-sessions";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json({ data: await listSessions(actor) }));

const remove = api(async ({ actor }) => json({ ended: await endOtherSessions(actor) }));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, DELETE: remove });
