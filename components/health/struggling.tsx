"use client";

import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { editHref, failuresHref } from "@/components/webhooks/paths";
import { isSlow } from "@/lib/core/health";
import type { Webhook } from "@/lib/core/webhook";
import { DisablingMeter } from "./disabling-meter";
import { useEvidence } from "./use-evidence";

/** Whether it is still sent to, and more goes wrong than should. */
export const isStruggling = ({ status, health }: Webhook) =>
  status === "active" && (health.state === "failing" || health.state === "degraded");

/** What is wrong with a webhook that is struggling, what to do about it, and where it leads. */
export function Struggling({ webhook }: { webhook: Webhook }) {
  const { words } = useEvidence(webhook);
  const { id, health } = webhook;
  const { state, disables } = health;
  const slow = state === "degraded" && isSlow(health);
  return (
    <Banner
      tone={state === "failing" ? "bad" : "warn"}
      title={`${state === "failing" ? "Failing" : "Degraded"}: ${words}`}
      actions={
        <Button asChild size="sm">
          {slow ? <Link href={editHref(id)}>Edit timeout</Link> : <Link href={failuresHref(id)}>See what failed</Link>}
        </Button>
      }
    >
      {slow
        ? "A little slower, and its answers come too late. Let the receiver answer 2xx at once and work later, or raise the timeout."
        : "Open a failed delivery: it says what happened and what to do."}
      {disables && <DisablingMeter webhook={webhook} disables={disables} />}
    </Banner>
  );
}
