import { listMembers } from "@/lib/accounts/members";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json({ data: await listMembers(actor), nextCursor: null }));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
