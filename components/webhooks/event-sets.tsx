"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DeleteEventSet } from "@/components/events/delete-event-set";
import { contentsOf } from "@/components/events/event-set-words";
import { eventSetsQuery } from "@/components/events/queries";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { EventSet } from "@/lib/core/event-type";
import { SaveEventSet } from "./save-event-set";

interface Props {
  value: readonly string[];
  onChange: (patterns: string[]) => void;
}

/** A named set fills the picker; what is ticked can be saved as one. Without sets, the picker works as well. */
export function EventSets({ value, onChange }: Props) {
  const sets = useQuery(eventSetsQuery()).data ?? [];
  const [isSaving, setIsSaving] = useState(false);
  const [deleting, setDeleting] = useState<EventSet>();
  const current = sets.find(({ events }) => isSame(events, value));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Select
        fit
        aria-label="Event set"
        prefix="Event set"
        placeholder={value.length > 0 ? "your own choice" : "choose one"}
        options={sets.map((set) => ({ value: set.name, label: set.name, hint: contentsOf(set, 4) }))}
        value={current?.name}
        onValueChange={(name) => {
          const set = sets.find((one) => one.name === name);
          if (set) onChange([...set.events]);
        }}
      />
      {value.length > 0 && !current && (
        <Button variant="ghost" onClick={() => setIsSaving(true)}>
          Save as a set
        </Button>
      )}
      {current?.id && (
        <Button variant="ghost" onClick={() => setDeleting(current)}>
          Delete this set
        </Button>
      )}
      {deleting?.id && <DeleteEventSet id={deleting.id} name={deleting.name} onClose={() => setDeleting(undefined)} />}
      {isSaving && <SaveEventSet events={value} onClose={() => setIsSaving(false)} />}
    </div>
  );
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((pattern) => b.includes(pattern));
