"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { webhookHref } from "@/components/webhooks/paths";
import type { EventTypeDetail } from "@/lib/core/event-type";

const TONES = { active: "ok", paused: "idle", disabled: "bad" } as const;

/** The webhooks that get a type: by its name, its group, or as they get everything. */
export function Subscribers({ type: { subscribers } }: { type: EventTypeDetail }) {
  const t = useTranslations("events");
  if (subscribers.length === 0) return <p className="text-ink-2">{t("type.nobody")}</p>;
  return (
    <ul aria-label={t("type.subscriberList")} className="rounded-lg border">
      {subscribers.map(({ id, title, status, isFiltered }) => (
        <li key={id} className="flex flex-wrap items-center gap-2 border-b border-line-2 px-3 py-2 last:border-0">
          <Link href={webhookHref(id)} className="min-w-0 font-medium wrap-anywhere hover:underline">
            {title}
          </Link>
          <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>
          {isFiltered && <span className="text-sm text-ink-3">{t("type.filtered")}</span>}
        </li>
      ))}
    </ul>
  );
}
