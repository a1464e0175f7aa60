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
import { ApiError, eventTypesApi } from "@/lib/api-client";
import type { CreateEventTypeInput, EventTypeDetail } from "@/lib/core/event-type";
import { EVENT_TYPES_KEY } from "./queries";

interface Props {
  /** The type that is edited; without it, one is created. */
  type?: EventTypeDetail | undefined;
  onClose: () => void;
}

type Draft = Record<"name" | "description" | "useCases" | "schema" | "sample", string>;

/** Creates or edits a type of the account's own. What is wrong with it is the server's to say, field by field. */
export function EventTypeDialog({ type, onClose }: Props) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(type));
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => save(draft, type),
    onSuccess: async (saved) => {
      toast.success(type ? "Saved." : `${saved.name} can be published and subscribed to.`);
      onClose();
      await queryClient.invalidateQueries({ queryKey: EVENT_TYPES_KEY });
    },
  });
  const errors = error instanceof ApiError ? error.fields : {};
  const errorOf = (field: keyof Draft) => {
    const found = Object.entries(errors).find(([name]) => name.split(/[.[]/)[0] === field);
    return found && (found[0] === field ? found[1] : `${found[0]}: ${found[1]}`);
  };
  const isNamed = (Object.keys(draft) as (keyof Draft)[]).some((field) => errorOf(field) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
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
      onOpenChange={onClose}
      title={type ? `Edit ${type.name}` : "Create an event type"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
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
          <Field label="Name" hint="Lower-case words with dots; the first is its group." error={errorOf("name")}>
            {(control) => (
              <Input {...control} {...input("name")} mono spellCheck={false} placeholder="order.paid" autoFocus />
            )}
          </Field>
        )}
        <Field label="Description" error={errorOf("description")}>
          {(control) => <Input {...control} {...input("description")} placeholder="Triggered when an order is paid" />}
        </Field>
        <Field label="Use cases" optional hint="One a line." error={errorOf("useCases")}>
          {(control) => <TextArea {...control} {...input("useCases")} rows={2} />}
        </Field>
        <Field label="Sample of data" hint="Sent by tests, and what filters are tried on." error={errorOf("sample")}>
          {(control) => <TextArea {...control} {...input("sample")} mono rows={5} />}
        </Field>
        <Field
          label="JSON Schema of data"
          optional
          hint="2020-12, without patterns and references. Empty: any data fits."
          error={errorOf("schema")}
        >
          {(control) => <TextArea {...control} {...input("schema")} mono rows={5} />}
        </Field>
      </form>
    </Dialog>
  );
}

function draftOf(type: EventTypeDetail | undefined): Draft {
  return {
    name: type?.name ?? "",
    description: type?.description ?? "",
    useCases: type?.useCases.join("\n") ?? "",
    schema: type?.schema ? JSON.stringify(type.schema, null, 2) : "",
    sample: JSON.stringify(type?.sample ?? {}, null, 2),
  };
}

/** @throws ApiError, its fields named as in the form */
function save(draft: Draft, type: EventTypeDetail | undefined): Promise<EventTypeDetail> {
  const fields = {
    description: draft.description,
    useCases: draft.useCases.split("\n").filter((line) => line.trim() !== ""),
    sample: read("sample", draft.sample || "{}") as NonNullable<CreateEventTypeInput["sample"]>,
    schema: draft.schema.trim() ? (read("schema", draft.schema) as CreateEventTypeInput["schema"]) : null,
  };
  if (type) return eventTypesApi.update(type.name, { ...fields, schema: fields.schema ?? null });
  return eventTypesApi.create({ name: draft.name.trim(), ...fields });
}

function read(field: keyof Draft, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const message = "This is no valid JSON.";
    throw new ApiError(422, message, { [field]: message });
  }
}
