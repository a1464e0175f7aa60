import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/core/audit-log";

export function AuditActor({ actor: { kind, id, name } }: Pick<AuditEntry, "actor">) {
  const t = useTranslations("audit");
  const words = name ?? (kind === "system" ? t("system") : t("gone"));
  return (
    <span className="block min-w-0 truncate" title={`${words} · ${id}`}>
      {kind === "apiKey" && <span className="text-ink-3">{t("apiKey")} </span>}
      {words}
    </span>
  );
}
