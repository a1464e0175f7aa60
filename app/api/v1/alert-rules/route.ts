import { createAlertRule, listAlertRules } from "@/lib/alerts/rules";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json({ data: await listAlertRules(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createAlertRule(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
