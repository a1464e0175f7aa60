"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { useFormats } from "@/components/ui/use-formats";
import { editHref } from "@/components/webhooks/paths";
import type { Health } from "@/lib/core/health-schema";
import type { Webhook } from "@/lib/core/webhook";
import { useMoment, useNow } from "./use-moment";

interface Props {
  webhook: Webhook;
  disables: NonNullable<Health["disables"]>;
}

/** How far it has come on its way to being disabled, and how that ends. */
export function DisablingMeter({ webhook, disables }: Props) {
  const t = useTranslations("health.meter");
  const { wait } = useFormats();
  const moment = useMoment();
  const now = useNow();
  const { failingSince } = webhook.health;
  const { at, warnedAt, progress, waitsForFailure } = disables;
  const words = waitsForFailure ? t("nextFailure") : t("disables", { at: moment(at) });
  const leftMs = now === null ? 0 : Date.parse(at) - now;
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">{words}</p>
        {!waitsForFailure && leftMs > 0 && <p className="text-sm text-ink-2">{t("left", { span: wait(leftMs) })}</p>}
      </div>
      <div
        role="meter"
        aria-label={t("label")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        aria-valuetext={words}
        className="my-2 h-2 overflow-hidden rounded-full bg-bad/20"
      >
        <div className="h-2 min-w-2 rounded-full bg-bad" style={{ width: `${progress * 100}%` }} />
      </div>
      <p className="text-sm text-ink-2">
        {failingSince && `${t("since", { at: moment(failingSince) })} `}
        {warnedAt ? t("warned", { at: moment(warnedAt) }) : t("warnedFirst")}{" "}
        {waitsForFailure ? t("quiet") : t("mended")}{" "}
        <Link href={editHref(webhook.id)} className="text-accent underline">
          {t("change")}
        </Link>
      </p>
    </div>
  );
}
