import { api, json, methods } from "@/lib/http";
import { sendTest } from "@/lib/webhooks/send-test";

const post = api<{ webhookId: string }>(async ({ actor, params, bodyOr }) =>
  json(await sendTest(actor, params.webhookId, await bodyOr({})), 202),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
