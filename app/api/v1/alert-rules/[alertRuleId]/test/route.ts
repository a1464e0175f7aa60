import { sendTestAlert } from "@/lib/alerts/send-test";
import { api, json, methods } from "@/lib/http";

interface Params {
  alertRuleId: string;
}

const post = api<Params>(async ({ actor, params }) => json(await sendTestAlert(actor, params.alertRuleId), 202));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
