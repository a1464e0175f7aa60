import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { CreateWebhookLink } from "./create-webhook-link";

const TABS = [
  { href: "/settings/webhooks", label: "Webhooks" },
  { href: "/settings/webhooks/logs", label: "Delivery logs" },
] as const;

export function WebhooksHeader({ current }: { current: (typeof TABS)[number]["href"] }) {
  return (
    <>
      <PageHeader
        title="Outbound Webhooks"
        description="Events from your account, pushed to your systems as they happen."
        actions={<CreateWebhookLink />}
      />
      <TabsNav label="Outbound Webhooks" items={TABS} current={current} className="mt-4 mb-4" />
    </>
  );
}
