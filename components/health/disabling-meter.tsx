"use client";

import Link from "next/link";
import { formatWait } from "@/components/ui/duration";
import { editHref } from "@/components/webhooks/paths";
import type { Health } from "@/lib/core/health";
import type { Webhook } from "@/lib/core/webhook";
import { useMoment, useNow } from "./use-moment";

interface Props {
  webhook: Webhook;
  disables: NonNullable<Health["disables"]>;
}

/** How far it has come on its way to being disabled, and how that ends. */
export function DisablingMeter({ webhook, disables }: Props) {
  const moment = useMoment();
  const now = useNow();
  const { failingSince } = webhook.health;
  const { at, warnedAt, progress, waitsForFailure } = disables;
  const words = waitsForFailure ? "The next failure disables it" : `Disables ${moment(at)} unless a delivery succeeds`;
  const leftMs = now === null ? 0 : Date.parse(at) - now;
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">{words}</p>
        {!waitsForFailure && leftMs > 0 && <p className="text-sm text-ink-2">{formatWait(leftMs)} left</p>}
      </div>
      <div
        role="meter"
        aria-label="Towards being disabled"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        aria-valuetext={words}
        className="my-2 h-2 overflow-hidden rounded-full bg-bad/20"
      >
        <div className="h-2 min-w-2 rounded-full bg-bad" style={{ width: `${progress * 100}%` }} />
      </div>
      <p className="text-sm text-ink-2">
        {failingSince && `Failing since ${moment(failingSince)}. `}
        {warnedAt ? `You were warned ${moment(warnedAt)}. ` : "You are warned first. "}
        {waitsForFailure
          ? "Nothing was sent for a day, so it may work again by now: retry a delivery that failed to see. "
          : "Once its receiver is mended, retry a delivery that failed: one success ends this. "}
        <Link href={editHref(webhook.id)} className="text-accent underline">
          Change when it is disabled
        </Link>
      </p>
    </div>
  );
}
