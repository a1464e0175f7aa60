"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { KeyValues } from "@/components/ui/key-values";
import { Time } from "@/components/ui/time";
import { heldCount } from "@/components/webhooks/held-count";
import { heldHref } from "@/components/webhooks/paths";
import { disablingQuery, heldQuery } from "@/components/webhooks/queries";
import type { Webhook } from "@/lib/core/webhook";
import { mayRecover, nextProbeAt } from "./next-probe";
import { useMoment, useNow } from "./use-moment";

/** Since when, what is kept, and whether it comes back by itself. */
export function DisabledFacts({ webhook }: { webhook: Webhook }) {
  const { id, disabledAt } = webhook;
  const { data: held } = useQuery(heldQuery(id));
  return (
    <KeyValues
      items={[
        ...(disabledAt ? [{ label: "Disabled since", value: <Time value={disabledAt} format="exact" /> }] : []),
        {
          label: "Held",
          value: held ? (
            <Link href={heldHref(id)} className="text-accent underline">
              {heldCount(held)} {held.count === 1 ? "delivery" : "deliveries"}
            </Link>
          ) : (
            "…"
          ),
        },
        { label: "Auto-recovery", value: <AutoRecovery webhook={webhook} isEmpty={held?.count === 0} /> },
      ]}
    />
  );
}

const HOW =
  "Every 15 min one held delivery is tried. When it succeeds, the webhook is resumed and what is held is sent.";

function AutoRecovery({ webhook, isEmpty }: { webhook: Webhook; isEmpty: boolean }) {
  const moment = useMoment();
  const now = useNow();
  const { data: account } = useQuery(disablingQuery());
  const isOn = webhook.autoRecover ?? account?.autoRecover;
  if (isOn === undefined) return "…";
  if (!isOn) return "Off: it stays disabled until somebody resumes it.";
  if (!mayRecover(webhook)) return "Not for this reason: it stays disabled until somebody resumes it.";
  if (isEmpty) return `${HOW} Nothing is held yet that could be tried.`;
  const next = nextProbeAt(webhook);
  if (next === null || now === null) return HOW;
  return `${HOW} Next try: ${next > now ? `about ${moment(new Date(next).toISOString())}` : "now"}.`;
}
