"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Pill } from "@/components/ui/pill";
import { arrivedQuery } from "./queries";

/** Whether what arrives is seen at once. */
export function LivePill({ id }: { id: string }) {
  const t = useTranslations("inspectors.live");
  const { data, error } = useQuery(arrivedQuery(id));
  if (!data) return null;
  return (
    <span role="status" title={t("hint")}>
      <Pill tone={error ? "warn" : "ok"}>{error ? t("lost") : t("listening")}</Pill>
    </span>
  );
}
