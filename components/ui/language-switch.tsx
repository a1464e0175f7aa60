"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";

export interface LanguageSwitchProps {
  /** Each language's code and its own name. */
  languages: Readonly<Record<string, string>>;
  /** The cookie that keeps the choice. */
  cookie: string;
}

const YEAR_SECONDS = 365 * 86_400;

export function LanguageSwitch({ languages, cookie }: LanguageSwitchProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const router = useRouter();
  const choose = (next: string) => {
    document.cookie = `${cookie}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    router.refresh();
  };
  return (
    <Select
      aria-label={t("language")}
      fit
      value={locale as string}
      onValueChange={choose}
      options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
    />
  );
}
