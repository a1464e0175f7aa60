"use client";

import { TabsNav } from "@/components/ui/tabs-nav";
import { useTranslations } from "use-intl";
import { deliveriesHref } from "@/components/webhooks/paths";
import { tabHref, type Tab } from "./tabs";

/** Each a link, so that it can be sent and opened beside; the log is a page of its own. */
export function WebhookTabs({ id, tab }: { id: string; tab: Tab }) {
  const t = useTranslations("webhookPage");
  const items = [
    { href: tabHref(id, "overview"), label: t("tabs.overview") },
    { href: deliveriesHref(id), label: t("tabs.deliveries") },
    { href: tabHref(id, "settings"), label: t("tabs.settings") },
    { href: tabHref(id, "verify"), label: t("tabs.verify") },
    { href: tabHref(id, "guides"), label: t("tabs.guides") },
  ];
  return <TabsNav label={t("tabsLabel")} items={items} current={tabHref(id, tab)} />;
}
