"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import type { AuditEntry } from "@/lib/core/audit-log";
import { targetPath } from "./target-path";
import { useAuditFilters } from "./use-audit-filters";

/** What it is and how it is called, as a link while it is there; beside it, what else happened to it. */
export function AuditTarget({ target }: Pick<AuditEntry, "target">) {
  const t = useTranslations("audit");
  const [{ target: chosen }, setFilters] = useAuditFilters();
  const words = useTargetWords(target);
  const path = targetPath(target);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="shrink-0 text-ink-3">{t(`kinds.${target.kind}`)}</span>
      {path ? (
        <Link
          href={path}
          title={target.id}
          className="min-w-0 truncate rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-ink-3"
        >
          {words}
        </Link>
      ) : (
        <span title={target.id} className="min-w-0 truncate">
          {words}
        </span>
      )}
      {!target.exists && target.kind !== "other" && target.name !== null && (
        <span className="shrink-0 text-sm text-ink-3">({t("gone")})</span>
      )}
      {chosen !== target.id && (
        <IconButton
          label={t("onlyAbout", { name: words })}
          size="sm"
          onClick={() => void setFilters({ target: target.id })}
          className="shrink-0"
        >
          <ListFilter className="text-ink-3" />
        </IconButton>
      )}
    </span>
  );
}

function useTargetWords({ kind, id, name }: AuditEntry["target"]): string {
  const t = useTranslations("audit");
  if (kind === "publishing" && (id === "off" || id === "warn" || id === "reject")) return t(`publishing.${id}`);
  return name ?? (id.length > 16 ? `${id.slice(0, 12)}…` : id);
}
