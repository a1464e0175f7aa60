"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { disabledBecause } from "@/lib/core/health-words";
import type { Webhook } from "@/lib/core/webhook";
import { heldCount } from "./held-count";
import { heldHref } from "./paths";
import { heldQuery } from "./queries";
import { useWebhookAction } from "./webhook-actions";

/** Why nothing is sent, and what to do about it. */
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
    return (
      <Banner tone="bad" title={`Disabled: ${disabledBecause(webhook.disabledReason)}`} actions={actions}>
        {todoOf(webhook.disabledReason)}, then resume it; you choose what becomes of what was held.
      </Banner>
    );
  }
  return null;
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

function todoOf(reason: string | null): string {
  switch (reason) {
    case "gone":
      return "Check the URL";
    case "secret_unreadable":
      return "Rotate the secret and enter its Authorization value again, if it has one";
    case "failing_too_long":
      return "Mend its receiver";
    default:
      return "Mend that";
  }
}
