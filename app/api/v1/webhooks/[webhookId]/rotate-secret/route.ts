import { rotateSecretSchema } from "@/lib/core/webhook";
import { api, json } from "@/lib/http";
import { rotateSecret } from "@/lib/webhooks/webhooks";

export const POST = api<{ webhookId: string }>(async ({ actor, params, bodyOr }) =>
  json(await rotateSecret(actor, params.webhookId, rotateSecretSchema.parse(await bodyOr({})))),
);
