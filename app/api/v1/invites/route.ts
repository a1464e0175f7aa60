import { createInvite, listInvites } from "@/lib/accounts/invites";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json({ data: await listInvites(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createInvite(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
