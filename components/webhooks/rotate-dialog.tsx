"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { webhooksApi } from "@/lib/api-client";
import { FORMATS, sendsAuthorization, type FormatName } from "@/lib/core/formats";
import type { Webhook } from "@/lib/core/webhook";
import { WEBHOOKS_KEY } from "./queries";
import { SecretDialog } from "./secret-dialog";

const GRACE = [
  { value: "0", label: "At once" },
  { value: "3600", label: "In 1 hour" },
  { value: "86400", label: "In 24 hours" },
  { value: "604800", label: "In 7 days" },
] as const;

type Grace = (typeof GRACE)[number]["value"];

export function RotateDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [grace, setGrace] = useState<Grace>("0");
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => webhooksApi.rotateSecret(webhook.id, { graceSeconds: Number(grace) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  if (data) return <SecretDialog title="The new secret" webhook={data} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Rotate the secret of ${webhook.title}`}
      description="A new secret is made and shown once. Deliveries are signed with it from then on."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isPending} onClick={() => mutate()}>
            Rotate secret
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <Field label="The old secret ends" hint={graceHint(webhook.format, grace)}>
          {(control) => <Select {...control} options={GRACE} value={grace} onValueChange={setGrace} />}
        </Field>
      </div>
    </Dialog>
  );
}

function graceHint(format: FormatName, grace: Grace): string {
  if (sendsAuthorization(format))
    return `${FORMATS[format].label} deliveries carry no signature: nothing changes for them.`;
  return grace === "0"
    ? "Receivers that still use the old secret refuse deliveries until they have the new one."
    : "Until then each delivery also carries the old secret's signature.";
}
