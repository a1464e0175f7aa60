import { useTranslations } from "use-intl";
import type { Member } from "@/lib/core/member";

/** By the name they gave themselves, where they did. */
export function Person({ email, name, isYou }: Pick<Member, "email" | "name" | "isYou">) {
  const t = useTranslations("team");
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="truncate font-medium" title={name ?? email}>
        {name ?? email}
      </span>
      {name && (
        <span className="min-w-0 truncate text-ink-3" title={email}>
          {email}
        </span>
      )}
      {isYou && <span className="shrink-0 rounded-full bg-fill px-2 text-xs text-ink-2">{t("you")}</span>}
    </span>
  );
}
