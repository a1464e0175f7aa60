"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { heldCount } from "@/components/webhooks/held-count";
import { heldHref } from "@/components/webhooks/paths";
import { disablingQuery, heldQuery } from "@/components/webhooks/queries";
import type { Webhook } from "@/lib/core/webhook";
import { mayRecover, nextProbeAt } from "./next-probe";
import { useMoment, useNow } from "./use-moment";

/** Since when, what is kept, and whether it comes back by itself. */
export function DisabledFacts({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health.disabled");
  const { id, disabledAt } = webhook;
  const { data: held } = useQuery(heldQuery(id));
  return (
    <KeyValues
      items={[
        ...(disabledAt ? [{ label: t("since"), value: <Time value={disabledAt} format="exact" /> }] : []),
        {
          label: t("held"),
          value: held ? (
            <Link href={heldHref(id)} className="text-accent underline">
              {t("heldCount", { shown: heldCount(held), count: held.count })}
            </Link>
          ) : (
            "…"
          ),
        },
        { label: t("recovery"), value: <AutoRecovery webhook={webhook} isEmpty={held?.count === 0} /> },
      ]}
    />
  );
}

function AutoRecovery({ webhook, isEmpty }: { webhook: Webhook; isEmpty: boolean }) {
  const t = useTranslations("health.disabled");
  const moment = useMoment();
  const now = useNow();
  const { data: account } = useQuery(disablingQuery());
  const isOn = webhook.autoRecover ?? account?.autoRecover;
  if (isOn === undefined) return "…";
  if (!isOn) return t("off");
  if (!mayRecover(webhook)) return t("notForThis");
  if (isEmpty) return `${t("how")} ${t("nothingHeld")}`;
  const next = nextProbeAt(webhook);
  if (next === null || now === null) return t("how");
  return `${t("how")} ${next > now ? t("next", { at: moment(new Date(next).toISOString()) }) : t("nextNow")}`;
}
