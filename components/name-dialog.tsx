"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError } from "@/lib/api-client";

interface Props {
  title: string;
  description: string;
  hint: string;
  /** On the button. */
  action: string;
  name: string;
  onNameChange: (name: string) => void;
  isPending: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks for the name of something new, and for nothing else. */
export function NameDialog({ name, onNameChange, isPending, error, onSubmit, onClose, ...words }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand within another form in React's tree.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      description={words.description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="name-dialog" variant="primary" busy={isPending}>
            {words.action}
          </Button>
        </>
      }
    >
      <form id="name-dialog" noValidate onSubmit={submit}>
        <Field label="Name" hint={words.hint} error={error && problemOf(error)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              onChange={(event) => onNameChange(event.target.value)}
              autoComplete="off"
              autoFocus
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** The field's own words, where the server refused the field. */
const problemOf = (error: Error) => (error instanceof ApiError && error.fields["name"]) || error.message;
