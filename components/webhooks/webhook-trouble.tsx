"use client";

import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/number";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/core/webhook";
import { failuresHref } from "./paths";
import { useWebhookAction } from "./webhook-actions";

/** What stands in the way of deliveries, and what to do about it. */
export function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const begin = useWebhookAction();
  const resume = (
    <Button size="sm" onClick={() => begin("resume", webhook)}>
      Resume
    </Button>
  );
  if (webhook.status === "paused") {
    return (
      <Banner tone="idle" title="Paused" actions={resume}>
        Its deliveries are held. When you resume it, you choose what becomes of them.
      </Banner>
    );
  }
  if (webhook.status === "disabled") {
    const { happened, todo } = disabledWords(webhook.disabledReason);
    return (
      <Banner tone="bad" title={`Disabled: ${happened}`} actions={resume}>
        {todo}, then resume it; you choose what becomes of what was held.
      </Banner>
    );
  }
  const { state, consecutiveFailures, failingSince } = webhook.health;
  if (state !== "failing" || !failingSince) return null;
  return (
    <Banner
      tone="bad"
      title={
        <>
          The last {formatNumber(consecutiveFailures)} attempts failed, the first of them <Time value={failingSince} />
        </>
      }
      actions={
        <Button asChild size="sm">
          <Link href={failuresHref(webhook.id)}>See what failed</Link>
        </Button>
      }
    >
      Open a failed delivery: it says what happened and what to do.
    </Banner>
  );
}

function disabledWords(reason: string | null): { happened: string; todo: string } {
  switch (reason) {
    case "gone":
      return { happened: "its receiver answered 410 Gone", todo: "Check the URL" };
    case "secret_unreadable":
      return {
        happened: "its secret can't be read any more",
        todo: "Rotate the secret and enter its Authorization value again, if it has one",
      };
    default:
      return { happened: reason ?? "for a reason nobody noted", todo: "Mend that" };
  }
}
