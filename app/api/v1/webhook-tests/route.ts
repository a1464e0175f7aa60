import { api, json, methods } from "@/lib/http";
import { testDraft } from "@/lib/webhooks/test-draft";

const post = api(async ({ actor, body }) => json(await testDraft(actor, await body()), 202));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
