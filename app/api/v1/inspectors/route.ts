import { api, json, methods } from "@/lib/http";
import { createInspector, listInspectors } from "@/lib/inspectors/inspectors";

const get = api(async ({ actor }) => json({ data: await listInspectors(actor), nextCursor: null }));

const post = api(async ({ actor, bodyOr }) => json(await createInspector(actor, await bodyOr({})), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
