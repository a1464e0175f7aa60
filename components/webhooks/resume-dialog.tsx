"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatNumber } from "@/components/ui/number";
import { RadioGroup } from "@/components/ui/radio-group";
import { Time } from "@/components/ui/time";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client";
import type { HeldChoice, HeldDeliveries, Webhook } from "@/lib/core/webhook";
import { heldCount } from "./held-count";
import { WEBHOOKS_KEY } from "./queries";

interface Props {
  webhook: Webhook;
  held: HeldDeliveries;
  onClose: () => void;
}

type Choice = "all" | "last" | "discard";

/** Asks what becomes of what a webhook holds. */
export function ResumeDialog({ webhook, held, onClose }: Props) {
  const [choice, setChoice] = useState<Choice>("all");
  const [last, setLast] = useState(String(Math.max(1, Math.min(held.count - 1, 10))));
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: (chosen: HeldChoice) => webhooksApi.update(webhook.id, { status: "active", held: chosen }),
    onSuccess: ({ title }, chosen) => {
      toast.success(`${title} is active. ${saidOf(chosen)}`);
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  const count = heldCount(held);
  const isOne = held.isExact && held.count === 1;
  const isCount = /^\d+$/.test(last) && Number(last) >= 1 && Number(last) <= 100_000;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Resume ${webhook.title}`}
      description={
        <>
          It holds {count} {held.count === 1 ? "delivery" : "deliveries"}
          {held.oldestAt && (
            <>
              , the oldest of <Time value={held.oldestAt} format="exact" />
            </>
          )}
          .
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isPending}
            disabled={choice === "last" && !isCount}
            onClick={() => mutate(choice === "last" ? { last: Number(last) } : choice)}
          >
            Resume
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <RadioGroup
          label={isOne ? "What becomes of it" : "What becomes of them"}
          value={choice}
          onValueChange={setChoice}
          options={[
            {
              value: "all",
              label: isOne ? "Deliver it" : `Deliver all ${count}`,
              hint: "Oldest first: slowly to begin with, then as fast as its settings allow.",
            },
            {
              value: "discard",
              label: isOne ? "Discard it" : `Discard all ${count}`,
              hint: `${isOne ? "It is" : "They are"} cancelled. What comes in from now on is sent.`,
            },
            ...(isOne
              ? []
              : [{ value: "last" as const, label: "Deliver only the last ones", hint: "Older ones are cancelled." }]),
          ]}
        />
        {choice === "last" && (
          <Field
            label="How many of the last"
            error={isCount ? undefined : "Give a whole number from 1 to 100,000."}
            hint={isCount && held.isExact ? discardedWords(held.count - Number(last)) : undefined}
          >
            {(control) => (
              <Input {...control} inputMode="numeric" value={last} onChange={({ target }) => setLast(target.value)} />
            )}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function discardedWords(count: number): string {
  if (count <= 0) return "Nothing is discarded.";
  return `${formatNumber(count)} older ${count === 1 ? "one is" : "ones are"} cancelled.`;
}

function saidOf(held: HeldChoice): string {
  if (held === "all") return "What was held is being delivered.";
  if (held === "discard") return "What was held is discarded.";
  return `The last ${formatNumber(held.last)} are being delivered, the rest is discarded.`;
}
