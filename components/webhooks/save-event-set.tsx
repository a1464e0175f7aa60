"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { EVENT_SETS_KEY } from "@/components/events/queries";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, eventSetsApi } from "@/lib/api-client";

interface Props {
  events: readonly string[];
  onClose: () => void;
}

export function SaveEventSet({ events, onClose }: Props) {
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => eventSetsApi.create({ name, events: [...events] }),
    onSuccess: async (set) => {
      await queryClient.invalidateQueries({ queryKey: EVENT_SETS_KEY });
      toast.success(`Saved as ${set.name}.`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The webhook's form is around this dialog, in React's tree.
    event.stopPropagation();
    mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Save as an event set"
      description="Whoever creates a webhook in this account can choose it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="save-event-set" variant="primary" busy={isPending}>
            Save set
          </Button>
        </>
      }
    >
      <form id="save-event-set" noValidate onSubmit={submit}>
        <Field label="Name" hint="Like “Billing” or “Support desk”." error={error && problemOf(error)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="off"
              autoFocus
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

const problemOf = (error: Error) => (error instanceof ApiError && error.fields["name"]) || error.message;
