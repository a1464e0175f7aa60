"use client";

import { useTranslations } from "use-intl";

const SHOWN = 8;

/** The first of them by name, and how many more. */
export function NameList({ names }: { names: readonly string[] }) {
  const t = useTranslations("webhooks.bulk");
  return (
    <ul className="rounded-md border bg-bg px-3 py-2 text-sm">
      {names.slice(0, SHOWN).map((name, index) => (
        <li key={index} className="truncate">
          {name}
        </li>
      ))}
      {names.length > SHOWN && <li className="text-ink-3">{t("more", { count: names.length - SHOWN })}</li>}
    </ul>
  );
}
