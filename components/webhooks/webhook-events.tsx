"use client";

import { useTranslations } from "use-intl";
import { Tag } from "@/components/ui/tag";
import { Tooltip } from "@/components/ui/tooltip";

/** The first entry of a subscription, and how many more. */
export function WebhookEvents({ events }: { events: readonly string[] }) {
  const t = useTranslations("webhooks");
  const [first, ...rest] = events;
  if (first === "*") return <Tag>{t("allEvents")}</Tag>;
  if (rest.length === 0) return <Tag>{first}</Tag>;
  return (
    <Tooltip content={events.join(", ")}>
      <button type="button" className="max-w-full rounded-sm text-left">
        <Tag>
          {first} +{rest.length}
        </Tag>
      </button>
    </Tooltip>
  );
}
