"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";

/** Writes counts, as "about 1,204" where they are not exact. */
export function useAbout(exact: boolean | undefined): (count: number) => string {
  const t = useTranslations("charts");
  const { number } = useFormats();
  return (count) => (exact === false && count > 0 ? t("about", { count: number(count) }) : number(count));
}
