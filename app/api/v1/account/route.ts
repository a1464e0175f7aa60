import { getAccount, updateAccount } from "@/lib/accounts/account";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json(await getAccount(actor)));

const patch = api(async ({ actor, body }) => json(await updateAccount(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch });
