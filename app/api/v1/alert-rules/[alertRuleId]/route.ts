import { deleteAlertRule, getAlertRule, updateAlertRule } from "@/lib/alerts/rules";
import { api, json, methods, noContent } from "@/lib/http";

interface Params {
  alertRuleId: string;
}

const get = api<Params>(async ({ actor, params }) => json(await getAlertRule(actor, params.alertRuleId)));

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateAlertRule(actor, params.alertRuleId, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await deleteAlertRule(actor, params.alertRuleId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch, DELETE: remove });
