"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";

interface Props {
  patterns: readonly string[];
  onRemove: (pattern: string) => void;
}

/** What is subscribed to and is no longer in the catalogue. */
export function Unmatched({ patterns, onRemove }: Props) {
  const t = useTranslations("form.events");
  if (patterns.length === 0) return null;
  return (
    <div role="group" aria-label={t("gone")} className="border-t px-4 py-2">
      <p className="mb-1 text-sm text-ink-2">{t("goneHint")}</p>
      {patterns.map((pattern) => (
        <Checkbox
          key={pattern}
          checked
          onChange={() => onRemove(pattern)}
          label={<span className="font-mono text-xs">{pattern}</span>}
        />
      ))}
    </div>
  );
}
