/** A notice in its reader's language, from what it rests on; what can't be said anew is said as it was told. */
import { ALERT_KINDS } from "@/lib/core/alert-kinds";
import type { Translate } from "@/lib/core/messages/translate";
import type { Notice } from "@/lib/core/notice";

interface Formats {
  /** Of an instant in ms. */
  moment: (at: number) => string;
  percent: (value: number) => string;
}

type Say = Translate<"notices">;

export function noticeTitle(t: Say, { kind, title, webhookTitle: webhook, ruleId, facts }: Notice): string {
  if (kind === "test") return t("test", { rule: title.replace(/^Test: /, "") });
  if (webhook === null) return title;
  if (kind === "failing" || kind === "disabled") return t(kind, { webhook });
  if (kind === "recovered") {
    const over = ruleId === null ? undefined : ruleKindOf((facts["condition"] as { kind?: unknown } | undefined)?.kind);
    if (over) return t(`over.${over}`, { webhook });
    return ruleId === null ? t("works", { webhook }) : title;
  }
  const rule = ruleKindOf(kind);
  return rule ? t(`rules.${rule}`, { webhook }) : title;
}

/** @returns undefined where there is nothing to say */
export function noticeEvidence(t: Say, notice: Notice, { moment, percent }: Formats): string | undefined {
  const { facts, kind } = notice;
  const number = (name: string) => (typeof facts[name] === "number" ? facts[name] : undefined);
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : undefined);
  const at = (name: string) => {
    const time = Date.parse(text(name) ?? "");
    return Number.isNaN(time) ? undefined : moment(time);
  };
  const told = text("evidence");
  switch (kind) {
    case "test":
      return t("evidence.test");
    case "failing": {
      const [since, until] = [at("failingSince"), at("disablesAt")];
      if (since === undefined) return told;
      return until === undefined ? t("evidence.failing", { since }) : t("evidence.failingUntil", { since, at: until });
    }
    case "disabled":
      return t("evidence.disabled");
    case "recovered": {
      const since = at("failingSince");
      if (notice.ruleId !== null) return t("evidence.over");
      return since === undefined ? told : t("evidence.recovered", { since });
    }
    case "repeated_failures": {
      const count = number("consecutiveFailures");
      return count === undefined ? told : t("evidence.repeated_failures", { count });
    }
    case "success_rate": {
      const [count, succeeded, share] = [number("attempts"), number("succeeded"), number("percent")];
      if (count === undefined || succeeded === undefined || share === undefined) return told;
      return t("evidence.success_rate", { count, succeeded, percent: percent(share) });
    }
    case "event_type_failing": {
      const [count, type] = [number("failures"), text("eventType")];
      return count === undefined || type === undefined ? told : t("evidence.event_type_failing", { count, type });
    }
    case "latency_p95": {
      const [count, p95] = [number("attempts"), number("p95")];
      return count === undefined || p95 === undefined
        ? told
        : t("evidence.latency_p95", { count, ms: Math.round(p95) });
    }
    case "backlog_age": {
      const since = at("dueSince");
      return since === undefined ? told : t("evidence.backlog_age", { since });
    }
    case "silence": {
      const since = at("lastEventAt");
      return since === undefined ? t("evidence.silenceEver") : t("evidence.silence", { since });
    }
    case "certificate": {
      const end = at("tlsExpiresAt");
      return end === undefined ? told : t("evidence.certificate", { at: end });
    }
    default:
      return told;
  }
}

const ruleKindOf = (name: unknown) => ALERT_KINDS.find((kind) => kind === name);
