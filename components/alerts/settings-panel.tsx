"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { Loaded } from "./loaded";
import { alertSettingsQuery } from "./queries";
import { SettingsForm } from "./settings-form";

export function SettingsPanel() {
  const t = useTranslations("alerts.telling");
  const query = useQuery(alertSettingsQuery());
  return (
    <Panel title={t("title")}>
      <Loaded query={query} words={{ loading: t("loading"), failed: t("failed") }}>
        {(settings) => <SettingsForm settings={settings} />}
      </Loaded>
    </Panel>
  );
}
