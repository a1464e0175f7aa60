"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { DeleteEventSet } from "@/components/events/delete-event-set";
import { contentsOf } from "@/components/events/event-set-words";
import { eventSetsQuery } from "@/components/events/queries";
import { useCatalogueWords } from "@/components/events/use-catalogue-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { EventSet } from "@/lib/core/event-type";
import { SaveEventSet } from "./save-event-set";

interface Props {
  value: readonly string[];
  onChange: (patterns: string[]) => void;
}

const SHOWN = 4;

/** A named set fills the picker; what is ticked can be saved as one. Without sets, the picker works as well. */
export function EventSets({ value, onChange }: Props) {
  const t = useTranslations("form.events");
  const events = useTranslations("events");
  const { words } = useCatalogueWords();
  const sets = useQuery(eventSetsQuery()).data ?? [];
  const [isSaving, setIsSaving] = useState(false);
  const [deleting, setDeleting] = useState<EventSet>();
  const current = sets.find(({ events }) => isSame(events, value));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Select
        fit
        aria-label={t("set")}
        prefix={t("set")}
        placeholder={t(value.length > 0 ? "ownChoice" : "chooseOne")}
        options={sets.map((set) => ({
          value: set.name,
          label: set.id ? set.name : words(set.name),
          hint: contentsOf(events, set, SHOWN),
        }))}
        value={current?.name}
        onValueChange={(name) => {
          const set = sets.find((one) => one.name === name);
          if (set) onChange([...set.events]);
        }}
      />
      {value.length > 0 && !current && (
        <Button variant="ghost" onClick={() => setIsSaving(true)}>
          {t("saveSet")}
        </Button>
      )}
      {current?.id && (
        <Button variant="ghost" onClick={() => setDeleting(current)}>
          {t("deleteSet")}
        </Button>
      )}
      {deleting?.id && <DeleteEventSet id={deleting.id} name={deleting.name} onClose={() => setDeleting(undefined)} />}
      {isSaving && <SaveEventSet events={value} onClose={() => setIsSaving(false)} />}
    </div>
  );
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((pattern) => b.includes(pattern));
