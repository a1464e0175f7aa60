"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { ApiError, apiKeysApi } from "@/lib/api-client";
import { API_KEYS_KEY } from "./queries";

export function CreateApiKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => apiKeysApi.create({ name }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: API_KEYS_KEY }),
  });
  if (data) {
    return (
      <ShownOnceDialog
        title={`The key ${data.name}`}
        keeper="your backend"
        label="Key"
        value={data.key}
        onClose={onClose}
      >
        <CodeBlock title="Publish an event with it" label="Example" code={example()} copy wrap />
      </ShownOnceDialog>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Create an API key"
      description="It may publish events, and read and change webhooks."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="create-api-key" variant="primary" busy={isPending}>
            Create key
          </Button>
        </>
      }
    >
      <form id="create-api-key" noValidate onSubmit={submit}>
        <Field label="Name" hint="Where it is used, like “Backend, production”." error={error && problemOf(error)}>
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

/** The field's own words, where the server refused the field. */
const problemOf = (error: Error) => (error instanceof ApiError && error.fields["name"]) || error.message;

const example = () => `curl -X POST ${window.location.origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210"}}'`;
