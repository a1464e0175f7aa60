import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { EditWebhook } from "@/components/webhooks/edit-webhook";
import { requireViewer } from "@/lib/auth";
import { AppError } from "@/lib/core/errors";
import { env } from "@/lib/env";
import { getWebhook } from "@/lib/webhooks/webhooks";
import { prefetchDisabling } from "../../prefetch-disabling";

export const metadata: Metadata = { title: "Edit webhook" };

interface Props {
  params: Promise<{ webhookId: string }>;
}

export default async function EditWebhookPage({ params }: Props) {
  const viewer = await requireViewer();
  const { webhookId } = await params;
  const webhook = await getWebhook(viewer, webhookId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const state = await prefetchDisabling();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={`Edit ${webhook.title}`} />
      <HydrationBoundary state={state}>
        <EditWebhook webhook={webhook} isLocal={env().DESTINATIONS === "local"} />
      </HydrationBoundary>
    </div>
  );
}
