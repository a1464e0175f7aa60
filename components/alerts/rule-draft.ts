/** A rule as its form holds it: text where people type, and the settings of every kind, so that none is lost by looking. */
import type { CreateAlertRuleInput, UpdateAlertRuleInput } from "@/lib/api-client/alert-rules";
import type { AlertCondition } from "@/lib/core/alert-condition";
import type { AlertRule } from "@/lib/core/alert-rule";
import type { Messages } from "@/lib/core/messages/translate";

export type RuleKind = AlertCondition["kind"];

export interface NumberSetting {
  name: string;
  /** Its message, among those of settings. */
  label: Exclude<keyof Messages["alerts"]["settings"], "minimumAttemptsHint">;
  hint?: "minimumAttemptsHint";
  initial: number;
}

interface KindOfRule {
  kind: RuleKind;
  settings: readonly NumberSetting[];
}

const WINDOW: NumberSetting = { name: "windowMinutes", label: "windowMinutes", initial: 15 };
const MINIMUM: NumberSetting = {
  name: "minimumAttempts",
  label: "minimumAttempts",
  hint: "minimumAttemptsHint",
  initial: 20,
};

/** What each is called, and looks for, the messages of kinds say. */
export const RULE_KINDS: readonly KindOfRule[] = [
  { kind: "repeated_failures", settings: [{ name: "count", label: "failuresInARow", initial: 10 }] },
  { kind: "success_rate", settings: [{ name: "belowPercent", label: "belowPercent", initial: 95 }, WINDOW, MINIMUM] },
  { kind: "event_type_failing", settings: [{ name: "count", label: "failuresOfType", initial: 5 }] },
  { kind: "latency_p95", settings: [{ name: "aboveMs", label: "aboveMs", initial: 2000 }, WINDOW, MINIMUM] },
  { kind: "backlog_age", settings: [{ name: "olderThanSeconds", label: "olderThanSeconds", initial: 300 }] },
  { kind: "silence", settings: [{ name: "forMinutes", label: "forMinutes", initial: 60 }] },
  { kind: "certificate", settings: [{ name: "days", label: "days", initial: 14 }] },
];

export const kindOf = (kind: RuleKind): KindOfRule =>
  RULE_KINDS.find((known) => known.kind === kind) ?? (RULE_KINDS[0] as KindOfRule);

export type EmailChoice = "owners" | "addresses" | "none";

export interface RuleDraft {
  title: string;
  kind: RuleKind;
  /** As typed, by the setting's name. */
  numbers: Record<string, string>;
  eventType: string;
  /** Of silence: empty means any. */
  eventTypes: string[];
  webhookId: string | null;
  email: EmailChoice;
  /** One a line, or with commas. */
  addresses: string;
  /** Empty: what is stored stays. */
  slack: string;
  removesSlack: boolean;
  operationalEvent: boolean;
}

export function draftOf(rule: AlertRule | undefined): RuleDraft {
  const condition = rule?.condition;
  const email = rule?.channels.email ?? "owners";
  const kind = condition?.kind ?? "repeated_failures";
  return {
    title: rule?.title ?? "",
    kind,
    numbers: Object.fromEntries(
      Object.entries(condition ?? {}).flatMap(([name, value]) =>
        typeof value === "number" ? [[name, `${value}`]] : [],
      ),
    ),
    eventType: condition?.kind === "event_type_failing" ? condition.eventType : "",
    eventTypes: condition?.kind === "silence" ? (condition.eventTypes ?? []) : [],
    webhookId: rule?.webhookId ?? null,
    email: email === "owners" ? "owners" : email.length > 0 ? "addresses" : "none",
    addresses: email === "owners" ? "" : email.join("\n"),
    slack: "",
    removesSlack: false,
    operationalEvent: rule?.channels.operationalEvent ?? false,
  };
}

export const numberOf = (draft: RuleDraft, { name, initial }: NumberSetting): string =>
  draft.numbers[name] ?? String(initial);

/** What is wrong with it is the server's to say. @param untitled what it is called where no title was entered */
export function inputOf(draft: RuleDraft, untitled: string): CreateAlertRuleInput & UpdateAlertRuleInput {
  const numbers = kindOf(draft.kind).settings.map((setting) => [setting.name, readNumber(numberOf(draft, setting))]);
  const condition = {
    kind: draft.kind,
    ...Object.fromEntries(numbers),
    ...(draft.kind === "event_type_failing" ? { eventType: draft.eventType } : {}),
    ...(draft.kind === "silence" && draft.eventTypes.length > 0 ? { eventTypes: draft.eventTypes } : {}),
  } as CreateAlertRuleInput["condition"];
  const slack = draft.slack.trim() || (draft.removesSlack ? null : undefined);
  return {
    title: draft.title.trim() || untitled,
    webhookId: draft.webhookId,
    condition,
    channels: {
      email: draft.email === "owners" ? "owners" : draft.email === "none" ? [] : addressesIn(draft.addresses),
      ...(slack === undefined ? {} : { slack }),
      operationalEvent: draft.operationalEvent,
    },
  };
}

/** What is no number goes as it is: the server says so. */
const readNumber = (text: string) => (text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text));

export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** Which field of the form an error is about. */
export function fieldOf(name: string): string {
  const [first = "", second = ""] = name.split(".");
  if (first === "condition") return second === "kind" ? "kind" : second || "kind";
  return first === "channels" ? second || "email" : first;
}
