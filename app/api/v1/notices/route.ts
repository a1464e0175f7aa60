import { listNotices } from "@/lib/alerts/inbox";
import { noticesQuerySchema } from "@/lib/core/notice";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor, query }) => json(await listNotices(actor, noticesQuerySchema.parse(query()))));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
