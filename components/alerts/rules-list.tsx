"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Pill } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import { webhooksQuery } from "@/components/webhooks/queries";
import type { AlertRule } from "@/lib/core/alert-rule";
import { conditionWords } from "./condition-words";
import { RuleMenu } from "./rule-menu";

interface Props {
  rules: readonly AlertRule[];
  onEdit: (rule: AlertRule) => void;
  onDelete: (rule: AlertRule) => void;
}

export function RulesList({ rules, onEdit, onDelete }: Props) {
  const webhooks = useInfiniteQuery(webhooksQuery()).data?.pages.flatMap(({ data }) => data) ?? [];
  const whereOf = ({ webhookId }: AlertRule) =>
    webhookId === null ? "Every webhook" : (webhooks.find(({ id }) => id === webhookId)?.title ?? "One webhook");
  return (
    <ul aria-label="Alert rules">
      {rules.map((rule) => (
        <li key={rule.id} className="flex items-start gap-3 border-b border-line-2 px-4 py-3 last:border-0">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium wrap-anywhere">{rule.title}</span>
              <RuleState rule={rule} />
            </p>
            <p className="text-ink-2 wrap-anywhere">{conditionWords(rule.condition)}.</p>
            <p className="text-sm text-ink-3 wrap-anywhere">
              {whereOf(rule)} · {channelsOf(rule)}
              {rule.lastFiredAt && (
                <>
                  {" "}
                  · last fired <Time value={rule.lastFiredAt} />
                </>
              )}
            </p>
          </div>
          <RuleMenu rule={rule} onEdit={() => onEdit(rule)} onDelete={() => onDelete(rule)} />
        </li>
      ))}
    </ul>
  );
}

function RuleState({ rule: { isEnabled, firing } }: { rule: AlertRule }) {
  if (!isEnabled) return <Pill tone="idle">off</Pill>;
  if (firing > 0) return <Pill tone="bad">{`fires for ${firing} ${firing === 1 ? "webhook" : "webhooks"}`}</Pill>;
  return <Pill tone="ok">quiet</Pill>;
}

function channelsOf({ channels: { email, hasSlack, operationalEvent } }: AlertRule): string {
  const mailed = email === "owners" ? ["email"] : email.length > 0 ? [`email to ${email.join(", ")}`] : [];
  return ["inbox", ...mailed, ...(hasSlack ? ["Slack"] : []), ...(operationalEvent ? ["events"] : [])].join(", ");
}
