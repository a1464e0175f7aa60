"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { disablingQuery } from "@/components/webhooks/queries";
import { DisablingForm } from "./disabling-form";
import { Loaded } from "./loaded";

export function DisablingPanel() {
  const t = useTranslations("alerts.disabling");
  const query = useQuery(disablingQuery());
  return (
    <Panel title={t("title")}>
      <Loaded query={query} words={{ loading: t("loading"), failed: t("failed") }}>
        {(disabling) => <DisablingForm disabling={disabling} />}
      </Loaded>
    </Panel>
  );
}
