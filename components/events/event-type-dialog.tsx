"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextArea } from "@/components/ui/text-area";
import { useLeaveGuard } from "@/components/webhooks/use-leave-guard";
import { ApiError } from "@/lib/api-client";
import type { EventTypeDetail } from "@/lib/core/event-type";
import { draftOf, FIELDS, save, type Draft } from "./event-type-draft";
import { EVENT_TYPES_KEY } from "./queries";

interface Props {
  /** The type that is edited; without it, one is created. */
  type?: EventTypeDetail | undefined;
  /** What the new one is called, where that is known already. */
  name?: string | undefined;
  onClose: () => void;
  onCreated?: ((name: string) => void) | undefined;
}

/** Creates or edits a type of the account's own. What is wrong with it is the server's to say, field by field. */
export function EventTypeDialog({ type, name = "", onClose, onCreated }: Props) {
  const queryClient = useQueryClient();
  const [initial] = useState<Draft>(() => (type ? draftOf(type) : { ...draftOf(type), name }));
  const [draft, setDraft] = useState(initial);
  const mayLeave = useLeaveGuard(FIELDS.some((field) => draft[field] !== initial[field]));
  const leave = () => mayLeave() && onClose();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => save(draft, type),
    onSuccess: async (saved) => {
      toast.success(type ? "Saved." : `${saved.name} can be published and subscribed to.`);
      onClose();
      if (!type) onCreated?.(saved.name);
      await queryClient.invalidateQueries({ queryKey: EVENT_TYPES_KEY });
    },
  });
  const errors = error instanceof ApiError ? error.fields : {};
  const isNamed = FIELDS.some((field) => errors[field] !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand within another form in React's tree.
    event.stopPropagation();
    mutate();
  };
  const input = (field: keyof Draft) => ({
    value: draft[field],
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [field]: target.value }),
    autoComplete: "off",
  });
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={leave}
      title={type ? `Edit ${type.name}` : "Create an event type"}
      footer={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form="event-type" variant="primary" busy={isPending}>
            {type ? "Save changes" : "Create event type"}
          </Button>
        </>
      }
    >
      <form id="event-type" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {error && !isNamed && (
          <Banner tone="bad" title="It could not be saved" live>
            {error.message}
          </Banner>
        )}
        {!type && (
          <Field label="Name" hint="Lower-case words with dots; the first is its group." error={errors["name"]}>
            {(control) => (
              <Input {...control} {...input("name")} mono spellCheck={false} placeholder="order.paid" autoFocus />
            )}
          </Field>
        )}
        <Field label="Description" error={errors["description"]}>
          {(control) => <Input {...control} {...input("description")} placeholder="Triggered when an order is paid" />}
        </Field>
        <Field label="Use cases" optional hint="One a line." error={errors["useCases"]}>
          {(control) => <TextArea {...control} {...input("useCases")} rows={2} />}
        </Field>
        <Field label="Sample of data" hint="Sent by tests, and what filters are tried on." error={errors["sample"]}>
          {(control) => <TextArea {...control} {...input("sample")} mono rows={5} />}
        </Field>
        <Field
          label="JSON Schema of data"
          optional
          hint="2020-12, without patterns and references. Empty: any data fits."
          error={errors["schema"]}
        >
          {(control) => <TextArea {...control} {...input("schema")} mono rows={5} />}
        </Field>
      </form>
    </Dialog>
  );
}
