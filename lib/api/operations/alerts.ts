import { ALERT_RULES_MAX, alertRuleSchema, createAlertRuleSchema, updateAlertRuleSchema } from "../../core/alert-rule";
import { alertSettingsSchema, updateAlertSettingsSchema } from "../../core/alert-settings";
import { markReadSchema, noticeSchema, noticesPageSchema, noticesQuerySchema, unreadSchema } from "../../core/notice";
import { pageSchema } from "../../core/page";
import type { Operation } from "../operation";
import { alertRuleIdParams } from "../parameters";
import { sampleAlertRule, sampleAlertSettings, sampleNotice, sampleTestNotice } from "../samples";

const group = "Alerts";
const oneRule = { rule: { summary: "A rule about the success rate", value: sampleAlertRule } };

export const alertOperations: Operation[] = [
  {
    id: "listAlertRules",
    method: "get",
    path: "/alert-rules",
    group,
    summary: "All alert rules, newest first",
    scope: "webhooks:read",
    answers: {
      200: {
        description: `All of them: an account has at most ${ALERT_RULES_MAX}.`,
        schema: pageSchema(alertRuleSchema),
        examples: { all: { summary: "The only one", value: { data: [sampleAlertRule], nextCursor: null } } },
      },
    },
  },
  {
    id: "createAlertRule",
    method: "post",
    path: "/alert-rules",
    group,
    summary: "Create an alert rule",
    description:
      "It is looked at every minute, for each active webhook by itself. Where it begins to fire, that is told once; where it hasn't fired for two minutes, that it is over.",
    scope: "webhooks:write",
    body: {
      schema: createAlertRuleSchema,
      examples: {
        failures: {
          summary: "Ten failures in a row, at any webhook, to owners and admins",
          value: { title: "Ten in a row", condition: { kind: "repeated_failures", count: 10 } },
        },
        rate: {
          summary: "Too many failures within an hour",
          value: {
            title: "Below 95 %",
            condition: { kind: "success_rate", belowPercent: 95, windowMinutes: 60, minimumAttempts: 20 },
            channels: { email: ["ops@example.com"], operationalEvent: true },
          },
        },
        type: {
          summary: "One event type fails",
          value: {
            title: "Calls get lost",
            condition: { kind: "event_type_failing", eventType: "call.ended", count: 3 },
          },
        },
        latency: {
          summary: "Slow answers, to Slack",
          value: {
            title: "Slow",
            condition: { kind: "latency_p95", aboveMs: 2000, windowMinutes: 15 },
            channels: { email: [], slack: "https://hooks.slack.example.com/services/T000/B000/XXXX" },
          },
        },
        backlog: {
          summary: "Deliveries wait for long",
          value: { title: "Late", condition: { kind: "backlog_age", olderThanSeconds: 300 } },
        },
        silence: {
          summary: "No calls for an hour",
          value: {
            title: "Where are the calls?",
            condition: { kind: "silence", forMinutes: 60, eventTypes: ["call.started"] },
          },
        },
        certificate: {
          summary: "A receiver's certificate expires within two weeks",
          value: { title: "Certificates", condition: { kind: "certificate", days: 14 } },
        },
      },
    },
    answers: { 201: { description: "The rule.", schema: alertRuleSchema, examples: oneRule } },
    errors: { conflict: `The account has ${ALERT_RULES_MAX} alert rules.` },
  },
  {
    id: "getAlertRule",
    method: "get",
    path: "/alert-rules/{alertRuleId}",
    group,
    summary: "An alert rule",
    scope: "webhooks:read",
    params: alertRuleIdParams,
    answers: { 200: { description: "The rule.", schema: alertRuleSchema, examples: oneRule } },
  },
  {
    id: "updateAlertRule",
    method: "patch",
    path: "/alert-rules/{alertRuleId}",
    group,
    summary: "Change what it looks for, where, or whom it tells",
    description:
      "Only what is named changes, also within `channels`; a `condition` is given whole. With another condition or webhook it begins anew.",
    scope: "webhooks:write",
    params: alertRuleIdParams,
    body: {
      schema: updateAlertRuleSchema,
      examples: {
        off: { summary: "Turn it off", value: { isEnabled: false } },
        quieter: { summary: "No email, only the inbox", value: { channels: { email: [] } } },
      },
    },
    answers: { 200: { description: "The rule as it is now.", schema: alertRuleSchema, examples: oneRule } },
  },
  {
    id: "deleteAlertRule",
    method: "delete",
    path: "/alert-rules/{alertRuleId}",
    group,
    summary: "Delete it",
    scope: "webhooks:write",
    params: alertRuleIdParams,
    answers: { 204: { description: "It is gone; what it told stays." } },
  },
  {
    id: "sendTestAlert",
    method: "post",
    path: "/alert-rules/{alertRuleId}/test",
    group,
    summary: "Send a test alert by all of its channels",
    description: "At once, also in quiet hours. No event is published: receivers would take it for one that happened.",
    scope: "webhooks:write",
    params: alertRuleIdParams,
    answers: {
      202: {
        description: "The notice; `GET /notices` tells how its messages fare.",
        schema: noticeSchema,
        examples: { notice: { summary: "On its way", value: sampleTestNotice } },
      },
    },
  },
  {
    id: "listNotices",
    method: "get",
    path: "/notices",
    group,
    summary: "The inbox: what was told, newest first",
    scope: "webhooks:read",
    query: noticesQuerySchema,
    answers: {
      200: {
        description: "A page of notices.",
        schema: noticesPageSchema,
        examples: {
          page: { summary: "The last page", value: { data: [sampleNotice], nextCursor: null, unreadCount: null } },
        },
      },
    },
  },
  {
    id: "markNoticesRead",
    method: "post",
    path: "/notices/read",
    group,
    summary: "Mark notices as read",
    description: "For the signed-in member who asks. An API key reads for nobody: it changes nothing.",
    scope: "webhooks:read",
    body: {
      schema: markReadSchema,
      isOptional: true,
      examples: { all: { summary: "All there are", value: {} } },
    },
    answers: {
      200: {
        description: "How many are unread now.",
        schema: unreadSchema,
        examples: { key: { summary: "For an API key", value: { unreadCount: null } } },
      },
    },
    errors: { not_found: "There is no such notice." },
  },
  {
    id: "getAlertSettings",
    method: "get",
    path: "/alert-settings",
    group,
    summary: "Who gets email, and the quiet hours",
    scope: "webhooks:read",
    answers: {
      200: {
        description: "The account's settings.",
        schema: alertSettingsSchema,
        examples: { settings: { summary: "Quiet nights", value: sampleAlertSettings } },
      },
    },
  },
  {
    id: "updateAlertSettings",
    method: "patch",
    path: "/alert-settings",
    group,
    summary: "Change who gets email, and the quiet hours",
    scope: "webhooks:write",
    body: {
      schema: updateAlertSettingsSchema,
      examples: {
        quiet: {
          summary: "Quiet nights",
          value: { quietHours: { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" } },
        },
        owners: { summary: "Owners and admins, at any time", value: { emails: [], quietHours: null } },
      },
    },
    answers: {
      200: {
        description: "The settings as they are now.",
        schema: alertSettingsSchema,
        examples: { settings: { summary: "Quiet nights", value: sampleAlertSettings } },
      },
    },
  },
];
