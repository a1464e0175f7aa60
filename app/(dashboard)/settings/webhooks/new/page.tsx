import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhooks/create-webhook";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Create webhook" };

export default function NewWebhookPage() {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Create webhook" />
      <CreateWebhook isLocal={env().DESTINATIONS === "local"} />
    </div>
  );
}
