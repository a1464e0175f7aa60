import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { Fragment } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhook-form/create-webhook";
import { MayNotChange } from "@/components/webhook-form/may-not-change";
import { requireViewer } from "@/lib/auth";
import { env } from "@/lib/env";
import { translator } from "@/lib/locale";
import { prefetchForm } from "../prefetch-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("form");
  return { title: t("page.createTitle") };
}

export default async function NewWebhookPage() {
  const [viewer, t] = await Promise.all([requireViewer(), translator("form")]);
  if (!viewer.permissions.includes("webhooks:write")) return <MayNotChange />;
  const state = await prefetchForm();
  const guides = [
    { href: "/docs/n8n", label: "n8n" },
    { href: "/docs/zapier", label: "Zapier" },
    { href: "/docs/make", label: "Make.com" },
    { href: "/docs/custom-server", label: t("page.ownServer") },
  ];
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t("page.createTitle")}
        description={t.rich("page.guides", {
          links: () => (
            <Fragment key="links">
              {guides.map(({ href, label }, index) => (
                <Fragment key={href}>
                  {index > 0 && ", "}
                  <Link href={href} target="_blank" className="text-accent underline">
                    {label}
                  </Link>
                </Fragment>
              ))}
            </Fragment>
          ),
        })}
      />
      <HydrationBoundary state={state}>
        <CreateWebhook destinations={env().DESTINATIONS} />
      </HydrationBoundary>
    </div>
  );
}
