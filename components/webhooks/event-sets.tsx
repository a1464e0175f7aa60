"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { EVENT_SETS_KEY, eventSetsQuery } from "@/components/events/queries";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { eventSetsApi } from "@/lib/api-client";
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
  const current = sets.find(({ events }) => isSame(events, value));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Select
        fit
        aria-label="Event set"
        prefix="Event set"
        placeholder={value.length > 0 ? "your own choice" : "choose one"}
        options={sets.map((set) => ({ value: set.name, label: set.name, hint: hintOf(set) }))}
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
      {current?.id && <DeleteSet id={current.id} name={current.name} />}
      {isSaving && <SaveEventSet events={value} onClose={() => setIsSaving(false)} />}
    </div>
  );
}

function DeleteSet({ id, name }: { id: string; name: string }) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => eventSetsApi.remove(id),
    onSuccess: () => toast.success(`The set ${name} is deleted. Webhooks keep their events.`),
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: EVENT_SETS_KEY }),
  });
  return (
    <Button variant="ghost" busy={isPending} onClick={() => mutate()}>
      Delete this set
    </Button>
  );
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((pattern) => b.includes(pattern));

function hintOf({ events }: EventSet): string {
  if (events.includes("*")) return "All events";
  const shown = events.slice(0, 4).join(", ");
  return events.length > 4 ? `${shown} and ${events.length - 4} more` : shown;
}
