import { api, json, methods } from "@/lib/http";
import { rotateSecret } from "@/lib/webhooks/webhooks";

const post = api<{ webhookId: string }>(async ({ actor, params, bodyOr }) =>
  json(await rotateSecret(actor, params.webhookId, await bodyOr({}))),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
