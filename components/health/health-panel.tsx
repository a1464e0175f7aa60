"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Pill, type Tone } from "@/components/ui/pill";
import { editHref, HEALTH_ID } from "@/components/webhooks/paths";
import { autoDisableWords } from "@/lib/core/auto-disable-words";
import type { HealthState } from "@/lib/core/health-schema";
import type { Webhook } from "@/lib/core/webhook";
import { DayChart } from "./day-chart";
import { DisabledFacts } from "./disabled-facts";
import { FailureLinks } from "./failure-links";
import { GentleNote } from "./gentle-note";
import { HealthNumbers } from "./health-numbers";
import { isStruggling, Struggling } from "./struggling";
import { useDisabling } from "./use-disabling";
import { useEvidence } from "./use-evidence";

const TONES: Record<HealthState, Tone> = {
  unknown: "idle",
  healthy: "ok",
  degraded: "warn",
  failing: "bad",
  disabled: "bad",
};

/** How a webhook is doing, what that rests on, and what becomes of it if nothing changes. */
export function HealthPanel({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health");
  const { health, status, hits } = webhook;
  const { lastDay } = health;
  return (
    <Panel
      title={t("title")}
      id={HEALTH_ID}
      className="scroll-mt-4"
      aside={lastDay.attempts > 0 && <span className="text-xs text-ink-3">{t("lastDay")}</span>}
    >
      <div className="flex flex-col gap-4">
        {isStruggling(webhook) ? <Struggling webhook={webhook} /> : <State webhook={webhook} />}
        {status === "disabled" && <DisabledFacts webhook={webhook} />}
        <GentleNote webhook={webhook} />
        {hits > 0 && <HealthNumbers health={health} />}
        {lastDay.attempts > 0 && (
          <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_240px]">
            <DayChart hourly={health.hourly} />
            <FailureLinks webhook={webhook} />
          </div>
        )}
        {status !== "disabled" && <WhenItKeepsFailing webhook={webhook} />}
      </div>
    </Panel>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health");
  const { sentence } = useEvidence(webhook);
  const { health, hits } = webhook;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Pill tone={TONES[health.state]}>{t(`states.${health.state}`)}</Pill>
      <span title={health.evidence} className="min-w-0 wrap-anywhere">
        {sentence}
        {hits === 0 && ` ${t("showsWithFirst")}`}
      </span>
    </p>
  );
}

function WhenItKeepsFailing({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health");
  const form = useTranslations("form");
  const { autoDisable, autoRecover } = useDisabling(webhook);
  const words = autoDisable && autoDisableWords(form, autoDisable);
  if (!words) return null;
  return (
    <p className="border-t border-line-2 pt-3 text-sm text-ink-2">
      {t("whenItKeepsFailing")} {words} {autoRecover && `${t("comesBack")} `}
      <Link href={editHref(webhook.id)} className="text-accent underline">
        {t("change")}
      </Link>
    </p>
  );
}
