"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/number";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/core/webhook";
import { heldCount } from "./held-count";
import { failuresHref, heldHref } from "./paths";
import { heldQuery } from "./queries";
import { useWebhookAction } from "./webhook-actions";

/** What stands in the way of deliveries, and what to do about it. */
export function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const begin = useWebhookAction();
  const actions = (
    <>
      <HeldLink id={webhook.id} />
      <Button size="sm" onClick={() => begin("resume", webhook)}>
        Resume
      </Button>
    </>
  );
  if (webhook.status === "paused") {
    return (
      <Banner tone="idle" title="Paused" actions={actions}>
        Its deliveries are held. When you resume it, you choose what becomes of them.
      </Banner>
    );
  }
  if (webhook.status === "disabled") {
    const { happened, todo } = disabledWords(webhook.disabledReason);
    return (
      <Banner tone="bad" title={`Disabled: ${happened}`} actions={actions}>
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

/** How much waits, and the way to it. */
function HeldLink({ id }: { id: string }) {
  const { data: held } = useQuery(heldQuery(id));
  if (!held) return null;
  if (held.count === 0) return <span className="self-center text-sm text-ink-2">Nothing is held yet</span>;
  return (
    <Button asChild size="sm">
      <Link href={heldHref(id)}>{heldCount(held)} held</Link>
    </Button>
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
