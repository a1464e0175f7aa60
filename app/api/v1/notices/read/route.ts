import { markNoticesRead } from "@/lib/alerts/inbox";
import { api, json, methods } from "@/lib/http";

const post = api(async ({ actor, bodyOr }) => json(await markNoticesRead(actor, await bodyOr({}))));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
