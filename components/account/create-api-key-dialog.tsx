"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSingleMutation } from "@/components/use-single-mutation";
import { ApiError, apiKeysApi } from "@/lib/api-client";
import type { ApiKeyWithKey } from "@/lib/core/api-key";
import { API_KEYS_KEY } from "./queries";

export function CreateApiKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => apiKeysApi.create({ name }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: API_KEYS_KEY }),
  });
  if (data) return <KeyDialog created={data} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
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

function KeyDialog({ created, onClose }: { created: ApiKeyWithKey; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      persistent
      size="lg"
      title={`The key ${created.name}`}
      description="Copy it now and keep it where your backend can read it. You won't see this again."
      footer={
        <Button variant="primary" onClick={onClose}>
          I have stored it
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <code
            aria-label="API key"
            className="min-w-0 flex-1 basis-64 rounded-md border bg-code px-3 py-1.5 font-mono text-sm wrap-anywhere select-all"
          >
            {created.key}
          </code>
          <CopyButton value={created.key} label="Copy key" variant="primary" />
        </div>
        <CodeBlock title="Publish an event with it" label="Example" code={example()} copy wrap />
      </div>
    </Dialog>
  );
}

const example = () => `curl -X POST ${window.location.origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210"}}'`;
