"use client";

import { useTranslations } from "use-intl";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/core/webhook";

/** Exactly when, after a rotation. */
export function OldSecretEnds({ webhook }: { webhook: Pick<Webhook, "secretRotatedAt" | "previousSecretUntil"> }) {
  const t = useTranslations("webhooks.secret");
  const { secretRotatedAt, previousSecretUntil } = webhook;
  const at = previousSecretUntil ?? secretRotatedAt;
  if (!at) return null;
  return (
    <p className="text-ink-2">
      {t.rich(previousSecretUntil ? "oldUntil" : "oldEnded", { at: () => <Time value={at} format="exact" /> })}
    </p>
  );
}
