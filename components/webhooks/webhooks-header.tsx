import type { ReactNode } from "react";
import { UnreadCount } from "@/components/alerts/unread-count";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { CreateWebhookLink } from "./create-webhook-link";

const TABS = [
  { href: "/settings/webhooks", label: "Webhooks" },
  { href: "/settings/webhooks/logs", label: "Delivery logs" },
  { href: "/settings/webhooks/events", label: "Events" },
  {
    href: "/settings/webhooks/alerts",
    label: (
      <>
        Alerts
        <UnreadCount />
      </>
    ),
  },
] as const;

interface Props {
  current: (typeof TABS)[number]["href"];
  /** In place of Create webhook. */
  actions?: ReactNode;
}

export function WebhooksHeader({ current, actions = <CreateWebhookLink /> }: Props) {
  return (
    <>
      <PageHeader
        title="Outbound Webhooks"
        description="Events from your account, pushed to your systems as they happen."
        actions={actions}
      />
      <TabsNav label="Outbound Webhooks" items={TABS} current={current} className="mt-4 mb-4" />
    </>
  );
}
