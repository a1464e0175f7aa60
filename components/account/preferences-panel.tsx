"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Panel } from "@/components/ui/panel";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LANGUAGE_NAMES, LOCALE_COOKIE } from "@/lib/core/messages/locale";

export function PreferencesPanel() {
  const t = useTranslations("account.preferences");
  const hydrated = useHydrated();
  return (
    <Panel title={t("title")}>
      <Line label={t("theme")}>
        <ThemeSwitch />
      </Line>
      <Line label={t("language")}>
        <LanguageSwitch languages={LANGUAGE_NAMES} cookie={LOCALE_COOKIE} />
      </Line>
      <Line label={t("zone")} hint={t("zoneHint")}>
        {hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC"}
      </Line>
    </Panel>
  );
}

function Line({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-4 border-b border-line-2 py-1 last:border-0">
      <div className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </div>
      <div className="shrink-0">{children}</div>
    </div>
  );
}
