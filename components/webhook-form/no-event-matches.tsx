"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EventTypeDialog } from "@/components/events/event-type-dialog";
import { Button } from "@/components/ui/button";
import { EVENT_TYPE_PATTERN } from "@/lib/core/subscription";

interface Props {
  search: string;
  onClear: () => void;
  onCreated: (name: string) => void;
}

/** Nothing matches: what was searched for may be a type that is still to be created. */
export function NoEventMatches({ search, onClear, onCreated }: Props) {
  const t = useTranslations("form.events");
  const [isCreating, setIsCreating] = useState(false);
  const name = search.trim().toLowerCase();
  const isName = EVENT_TYPE_PATTERN.test(name);
  return (
    <div className="flex flex-col items-start gap-2 p-4">
      <p className="font-medium">{t("none", { search })}</p>
      <p className="text-sm text-ink-2">{t("noneHint")}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setIsCreating(true)}>
          <Plus aria-hidden />
          {isName ? t("createNamed", { name }) : t("createOwn")}
        </Button>
        <Button variant="ghost" onClick={onClear}>
          {t("clear")}
        </Button>
      </div>
      {isCreating && (
        <EventTypeDialog name={isName ? name : ""} onClose={() => setIsCreating(false)} onCreated={onCreated} />
      )}
    </div>
  );
}
