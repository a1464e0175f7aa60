import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhook-form/create-webhook";
import { MayNotChange } from "@/components/webhook-form/may-not-change";
import { requireViewer } from "@/lib/auth";
import { AppError } from "@/lib/core/errors";
import { env } from "@/lib/env";
import { translator } from "@/lib/locale";
import { getWebhook } from "@/lib/webhooks/webhooks";
import { prefetchForm } from "../prefetch-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("form");
  return { title: t("page.createTitle") };
}

interface Props {
  searchParams: Promise<{ from?: string | string[] }>;
}

export default async function NewWebhookPage({ searchParams }: Props) {
  const [viewer, t] = await Promise.all([requireViewer(), translator("form")]);
  if (!viewer.permissions.includes("webhooks:write")) return <MayNotChange />;
  const [state, from] = await Promise.all([prefetchForm(), duplicated((await searchParams).from)]);
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
        <CreateWebhook destinations={env().DESTINATIONS} from={from} />
      </HydrationBoundary>
    </div>
  );
}

/** The webhook whose settings the new one begins with; none where it is gone by now. */
async function duplicated(id: string | string[] | undefined) {
  if (typeof id !== "string") return undefined;
  const viewer = await requireViewer();
  return getWebhook(viewer, id).catch(undefinedIfNotFound);
}

function undefinedIfNotFound(error: unknown): undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}
