/** Alert rules. */
import type { z } from "zod";
import type { AlertRule, createAlertRuleSchema, updateAlertRuleSchema } from "../core/alert-rule";
import type { Notice } from "../core/notice";
import type { Page } from "../core/page";
import { call } from "./call";

const alertRulePath = (id: string, rest = "") => `/api/v1/alert-rules/${encodeURIComponent(id)}${rest}`;
export type CreateAlertRuleInput = z.input<typeof createAlertRuleSchema>;
export type UpdateAlertRuleInput = z.input<typeof updateAlertRuleSchema>;

export const alertRulesApi = {
  list: () => call<Page<AlertRule>>("/api/v1/alert-rules"),
  create: (body: CreateAlertRuleInput) => call<AlertRule>("/api/v1/alert-rules", { method: "POST", body }),
  update: (id: string, body: UpdateAlertRuleInput) => call<AlertRule>(alertRulePath(id), { method: "PATCH", body }),
  remove: (id: string) => call<undefined>(alertRulePath(id), { method: "DELETE" }),
  test: (id: string) => call<Notice>(alertRulePath(id, "/test"), { method: "POST" }),
};
