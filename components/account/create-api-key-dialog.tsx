"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NameDialog } from "@/components/name-dialog";
import { CodeBlock } from "@/components/ui/code-block";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { apiKeysApi } from "@/lib/api-client";
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
  return (
    <NameDialog
      title="Create an API key"
      description="It may publish events, and read and change webhooks."
      hint="Where it is used, like “Backend, production”."
      action="Create key"
      name={name}
      onNameChange={setName}
      isPending={isPending}
      error={error}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}

const example = () => `curl -X POST ${window.location.origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210"}}'`;
