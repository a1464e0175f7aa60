"use client";

import { useLocale, useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Pill } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import { useWebhooks } from "@/components/webhooks/use-webhooks";
import type { AlertRule } from "@/lib/core/alert-rule";
import type { Translate } from "@/lib/core/messages/translate";
import { conditionWords } from "./condition-words";
import { RuleMenu } from "./rule-menu";

interface Props {
  rules: readonly AlertRule[];
  onEdit: (rule: AlertRule) => void;
  onDelete: (rule: AlertRule) => void;
}

export function RulesList({ rules, onEdit, onDelete }: Props) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const mayWrite = useMay("webhooks:write");
  const webhooks = useWebhooks().webhooks ?? [];
  const whereOf = ({ webhookId, isWebhookDeleted }: AlertRule) => {
    if (isWebhookDeleted) return t("rules.deletedWebhook");
    if (webhookId === null) return t("rules.everyWebhook");
    return webhooks.find(({ id }) => id === webhookId)?.title ?? t("rules.oneWebhook");
  };
  return (
    <ul aria-label={t("rules.list")}>
      {rules.map((rule) => (
        <li key={rule.id} className="flex items-start gap-3 border-b border-line-2 px-4 py-3 last:border-0">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium wrap-anywhere">{rule.title}</span>
              <RuleState rule={rule} />
            </p>
            <p className="text-ink-2 wrap-anywhere">
              {conditionWords(t, rule.condition, (value) => value.toLocaleString(locale))}.
            </p>
            <p className="text-sm text-ink-3 wrap-anywhere">
              {whereOf(rule)} · {channelsOf(t, rule)}
              {rule.lastFiredAt && (
                <>
                  {" · "}
                  <LastFired at={rule.lastFiredAt} />
                </>
              )}
            </p>
          </div>
          {mayWrite && <RuleMenu rule={rule} onEdit={() => onEdit(rule)} onDelete={() => onDelete(rule)} />}
        </li>
      ))}
    </ul>
  );
}

function LastFired({ at }: { at: string }) {
  const t = useTranslations("alerts.rules");
  return t.rich("lastFired", { time: () => <Time value={at} /> });
}

function RuleState({ rule: { isEnabled, isWebhookDeleted, firing } }: { rule: AlertRule }) {
  const t = useTranslations("alerts.rules");
  if (!isEnabled) return <Pill tone="idle">{t("off")}</Pill>;
  if (isWebhookDeleted) return <Pill tone="idle">{t("ended")}</Pill>;
  if (firing > 0) return <Pill tone="bad">{t("fires", { count: firing })}</Pill>;
  return <Pill tone="ok">{t("quiet")}</Pill>;
}

function channelsOf(t: Translate<"alerts">, { channels: { email, hasSlack, operationalEvent } }: AlertRule): string {
  const mailed = email.length > 0 && email !== "owners" ? [t("rules.emailTo", { addresses: email.join(", ") })] : [];
  return [
    t("rules.inbox"),
    ...(email === "owners" ? [t("rules.email")] : mailed),
    ...(hasSlack ? ["Slack"] : []),
    ...(operationalEvent ? [t("rules.events")] : []),
  ].join(", ");
}
