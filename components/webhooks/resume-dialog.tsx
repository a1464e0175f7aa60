"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { useFormats } from "@/components/ui/use-formats";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhooksApi } from "@/lib/api-client/webhooks";
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
  const t = useTranslations("webhooks.resuming");
  const { number } = useFormats();
  const [choice, setChoice] = useState<Choice>("all");
  const [last, setLast] = useState(String(Math.max(1, Math.min(held.count - 1, 10))));
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: (chosen: HeldChoice) => webhooksApi.update(webhook.id, { status: "active", held: chosen }),
    onSuccess: ({ title }, chosen) => {
      toast.success(t("done", { title }), {
        description: typeof chosen === "string" ? t(`said.${chosen}`) : t("said.last", { count: chosen.last }),
      });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  const count = heldCount(held, number);
  const isOne = held.isExact && held.count === 1;
  const isCount = /^\d+$/.test(last) && Number(last) >= 1 && Number(last) <= 100_000;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title: webhook.title })}
      description={t.rich(held.oldestAt ? "holdsSince" : "holds", {
        count: held.count,
        shown: count,
        at: () => held.oldestAt && <Time value={held.oldestAt} format="exact" />,
      })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            busy={isPending}
            disabled={choice === "last" && !isCount}
            onClick={() => mutate(choice === "last" ? { last: Number(last) } : choice)}
          >
            {t("action")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Banner tone="bad" title={error.message} live />}
        <RadioGroup
          label={t("becomes", { count: held.count })}
          value={choice}
          onValueChange={setChoice}
          options={[
            { value: "all", label: t("all.label", { count: held.count, shown: count }), hint: t("all.hint") },
            {
              value: "discard",
              label: t("discard.label", { count: held.count, shown: count }),
              hint: t("discard.hint", { count: held.count }),
            },
            ...(isOne ? [] : [{ value: "last" as const, label: t("last.label"), hint: t("last.hint") }]),
          ]}
        />
        {choice === "last" && (
          <Field
            label={t("last.count")}
            error={isCount ? undefined : t("last.rule")}
            hint={
              isCount && held.isExact
                ? t("last.discarded", { count: Math.max(held.count - Number(last), 0) })
                : undefined
            }
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
