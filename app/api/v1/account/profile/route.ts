import { updateProfile } from "@/lib/accounts/account";
import { api, json, methods } from "@/lib/http";

const patch = api(async ({ actor, body }) => json(await updateProfile(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ PATCH: patch });
