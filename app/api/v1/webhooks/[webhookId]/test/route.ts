import { sendTestSchema } from "@/lib/core/webhook";
import { api, json } from "@/lib/http";
import { sendTest } from "@/lib/webhooks/send-test";

export const POST = api<{ webhookId: string }>(async ({ actor, params, bodyOr }) =>
  json(await sendTest(actor, params.webhookId, sendTestSchema.parse(await bodyOr({}))), 202),
);
