/** A rule as its form holds it: text where people type, and the settings of every kind, so that none is lost by looking. */
import type { CreateAlertRuleInput, UpdateAlertRuleInput } from "@/lib/api-client";
import type { AlertCondition } from "@/lib/core/alert-condition";
import type { AlertRule } from "@/lib/core/alert-rule";

export type RuleKind = AlertCondition["kind"];

export interface NumberSetting {
  name: string;
  label: string;
  hint?: string;
  initial: number;
}

interface KindOfRule {
  kind: RuleKind;
  label: string;
  hint: string;
  settings: readonly NumberSetting[];
}

const WINDOW: NumberSetting = { name: "windowMinutes", label: "Within, in minutes", initial: 15 };
const MINIMUM: NumberSetting = {
  name: "minimumAttempts",
  label: "Of so many attempts at least",
  hint: "With fewer it says nothing.",
  initial: 20,
};

export const RULE_KINDS: readonly KindOfRule[] = [
  {
    kind: "repeated_failures",
    label: "Repeated failures",
    hint: "So many attempts fail in a row.",
    settings: [{ name: "count", label: "Failures in a row", initial: 10 }],
  },
  {
    kind: "success_rate",
    label: "Low success rate",
    hint: "Too small a part of the attempts succeeds.",
    settings: [{ name: "belowPercent", label: "Below, in percent", initial: 95 }, WINDOW, MINIMUM],
  },
  {
    kind: "event_type_failing",
    label: "An event type fails",
    hint: "What is sent of one event type fails, whatever becomes of the others.",
    settings: [{ name: "count", label: "Failures since the last success", initial: 5 }],
  },
  {
    kind: "latency_p95",
    label: "Slow answers",
    hint: "One answer in 20 takes longer than that.",
    settings: [{ name: "aboveMs", label: "Longer than, in milliseconds", initial: 2000 }, WINDOW, MINIMUM],
  },
  {
    kind: "backlog_age",
    label: "Backlog",
    hint: "Deliveries that are due wait too long.",
    settings: [{ name: "olderThanSeconds", label: "Longer than, in seconds", initial: 300 }],
  },
  {
    kind: "silence",
    label: "Silence",
    hint: "Nothing has happened that would be delivered.",
    settings: [{ name: "forMinutes", label: "For, in minutes", initial: 60 }],
  },
  {
    kind: "certificate",
    label: "Certificate expires",
    hint: "The receiver’s certificate is about to end.",
    settings: [{ name: "days", label: "Within days", initial: 14 }],
  },
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

/** What is wrong with it is the server's to say. */
export function inputOf(draft: RuleDraft): CreateAlertRuleInput & UpdateAlertRuleInput {
  const numbers = kindOf(draft.kind).settings.map((setting) => [setting.name, readNumber(numberOf(draft, setting))]);
  const condition = {
    kind: draft.kind,
    ...Object.fromEntries(numbers),
    ...(draft.kind === "event_type_failing" ? { eventType: draft.eventType } : {}),
    ...(draft.kind === "silence" && draft.eventTypes.length > 0 ? { eventTypes: draft.eventTypes } : {}),
  } as CreateAlertRuleInput["condition"];
  const slack = draft.slack.trim() || (draft.removesSlack ? null : undefined);
  return {
    title: draft.title.trim() || kindOf(draft.kind).label,
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
