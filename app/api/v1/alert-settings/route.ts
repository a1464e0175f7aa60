import { getAlertSettings, updateAlertSettings } from "@/lib/alerts/settings";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json(await getAlertSettings(actor)));

const patch = api(async ({ actor, body }) => json(await updateAlertSettings(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch });
