import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { EditWebhook } from "@/components/webhook-form/edit-webhook";
import { MayNotChange } from "@/components/webhook-form/may-not-change";
import { requireViewer } from "@/lib/auth";
import { AppError } from "@/lib/core/errors";
import { env } from "@/lib/env";
import { translator } from "@/lib/locale";
import { getWebhook } from "@/lib/webhooks/webhooks";
import { prefetchForm } from "../../prefetch-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("form");
  return { title: t("page.editTitle") };
}

interface Props {
  params: Promise<{ webhookId: string }>;
}

export default async function EditWebhookPage({ params }: Props) {
  const [viewer, t, { webhookId }] = await Promise.all([requireViewer(), translator("form"), params]);
  const webhook = await getWebhook(viewer, webhookId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  if (!viewer.permissions.includes("webhooks:write")) return <MayNotChange />;
  const state = await prefetchForm();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t("page.edit", { title: webhook.title })} />
      <HydrationBoundary state={state}>
        <EditWebhook webhook={webhook} destinations={env().DESTINATIONS} />
      </HydrationBoundary>
    </div>
  );
}
