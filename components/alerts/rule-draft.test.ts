import { describe, expect, it } from "vitest";
import { alertConditionSchema } from "@/lib/core/alert-condition";
import { createAlertRuleSchema, type AlertRule } from "@/lib/core/alert-rule";
import { draftOf, fieldOf, inputOf, RULE_KINDS } from "./rule-draft";

const rule = (condition: AlertRule["condition"], email: AlertRule["channels"]["email"] = "owners"): AlertRule => ({
  ...{
    id: "rul_1",
    title: "Watch",
    webhookId: null,
    condition,
    isWebhookDeleted: false,
    isEnabled: true,
    firing: 0,
    lastFiredAt: null,
  },
  channels: { email, inbox: true, hasSlack: true, operationalEvent: true },
  ...{ createdAt: "2026-03-25T08:00:00.000Z", updatedAt: "2026-03-25T08:00:00.000Z" },
});

describe("a rule's form", () => {
  it.each(RULE_KINDS.map(({ kind }) => kind))("begins with settings that the API takes: %s", (kind) => {
    const draft = { ...draftOf(undefined), kind, eventType: "call.ended" };
    expect(createAlertRuleSchema.safeParse(inputOf(draft, "Untitled")).error).toBeUndefined();
    expect(inputOf(draft, "Untitled").title).not.toBe("");
  });

  it.each<AlertRule["condition"]>([
    { kind: "success_rate", belowPercent: 99.5, windowMinutes: 60, minimumAttempts: 7 },
    { kind: "event_type_failing", eventType: "call.ended", count: 3 },
    { kind: "silence", forMinutes: 5, eventTypes: ["sms.sent"] },
    { kind: "silence", forMinutes: 5 },
  ])("gives back what it was opened with: %j", (condition) => {
    const input = inputOf(draftOf(rule(condition, ["a@example.com", "b@example.com"])), "Untitled");
    expect(alertConditionSchema.parse(input.condition)).toEqual(condition);
    expect(input.channels).toEqual({ email: ["a@example.com", "b@example.com"], operationalEvent: true });
  });

  it("leaves a stored Slack URL alone, unless another is entered or it is removed", () => {
    const draft = draftOf(rule({ kind: "certificate", days: 14 }));
    expect(inputOf(draft, "Untitled").channels).not.toHaveProperty("slack");
    expect(inputOf({ ...draft, removesSlack: true }, "Untitled").channels).toMatchObject({ slack: null });
    expect(inputOf({ ...draft, slack: " https://hooks.example.com/x " }, "Untitled").channels).toMatchObject({
      slack: "https://hooks.example.com/x",
    });
  });

  it("sends what is no number as it was typed, for the server to refuse", () => {
    const input = inputOf({ ...draftOf(undefined), numbers: { count: "ten" } }, "Untitled");
    expect(createAlertRuleSchema.safeParse(input).error?.issues[0]?.path).toEqual(["condition", "count"]);
  });

  it.each([
    ["condition.count", "count"],
    ["condition.eventTypes.3", "eventTypes"],
    ["condition", "kind"],
    ["channels.email.0", "email"],
    ["channels.slack", "slack"],
    ["webhookId", "webhookId"],
    ["title", "title"],
  ])("shows %s at its field", (name, field) => expect(fieldOf(name)).toBe(field));
});
