"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { UnreadCount } from "@/components/alerts/unread-count";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { CreateWebhookLink } from "./create-webhook-link";

const ROOT = "/settings/webhooks";

const TABS = [
  { href: ROOT, name: "webhooks" },
  { href: `${ROOT}/logs`, name: "logs" },
  { href: `${ROOT}/events`, name: "events" },
  { href: `${ROOT}/alerts`, name: "alerts" },
] as const;

interface Props {
  current: (typeof TABS)[number]["href"];
  /** In place of Create webhook. */
  actions?: ReactNode;
}

export function WebhooksHeader({ current, actions = <CreateWebhookLink /> }: Props) {
  const t = useTranslations("webhooks");
  const items = TABS.map(({ href, name }) => ({
    href,
    label: (
      <>
        {t(`tabs.${name}`)}
        {name === "alerts" && <UnreadCount />}
      </>
    ),
  }));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={actions} />
      <TabsNav label={t("title")} items={items} current={current} className="mt-4 mb-4" />
    </>
  );
}
