import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { Fragment } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { CreateWebhook } from "@/components/webhooks/create-webhook";
import { env } from "@/lib/env";
import { prefetchDisabling } from "../prefetch-disabling";

export const metadata: Metadata = { title: "Create webhook" };

const GUIDES = [
  { href: "/docs/n8n", label: "n8n" },
  { href: "/docs/zapier", label: "Zapier" },
  { href: "/docs/make", label: "Make.com" },
  { href: "/docs/custom-server", label: "a server of your own" },
];

export default async function NewWebhookPage() {
  const state = await prefetchDisabling();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Create webhook"
        description={
          <>
            Step by step for{" "}
            {GUIDES.map(({ href, label }, index) => (
              <Fragment key={href}>
                {index > 0 && ", "}
                <Link href={href} target="_blank" className="text-accent underline">
                  {label}
                </Link>
              </Fragment>
            ))}
            . No receiver yet? Use an{" "}
            <Link href="/docs/inspector" target="_blank" className="text-accent underline">
              inspector
            </Link>
            .
          </>
        }
      />
      <HydrationBoundary state={state}>
        <CreateWebhook isLocal={env().DESTINATIONS === "local"} />
      </HydrationBoundary>
    </div>
  );
}
