"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Webhook } from "@/lib/core/webhook";
import { concernedBy, type BulkAction, type BulkHeld } from "./bulk-action";
import { NameList } from "./name-list";
import { useBulk } from "./use-bulk";
import { WhatEnds } from "./what-ends";

interface Props {
  action: BulkAction;
  webhooks: readonly Webhook[];
  onClose: () => void;
  /** All of it succeeded. */
  onDone: () => void;
}

/** How many it is about, which, and what becomes of them; afterwards, which of them it didn't work for, and why. */
export function BulkDialog({ action, webhooks, onClose, onDone }: Props) {
  const t = useTranslations("webhooks.bulk");
  const [typed, setTyped] = useState("");
  const [held, setHeld] = useState<BulkHeld>("all");
  const { mutate, isPending, ended, failed } = useBulk(action, onDone);
  const concerned = failed.length > 0 ? failed.map(({ item }) => item) : concernedBy(action, webhooks);
  const [skipped] = useState(webhooks.length - concerned.length);
  const count = concerned.length;
  const phrase = t("delete.phrase", { count });
  const isConfirmed = action !== "delete" || typed.trim().toLowerCase() === phrase.toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) mutate({ webhooks: concerned, held });
  };
  return (
    <Dialog
      open
      onOpenChange={() => !isPending && onClose()}
      title={t(`${action}.title`, { count })}
      description={t(`${action}.description`, { count })}
      footer={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t("cancel")}
          </Button>
          <Button
            type="submit"
            form="bulk"
            variant={action === "delete" ? "danger" : "primary"}
            busy={isPending}
            disabled={!isConfirmed}
          >
            {failed.length > 0 ? t("again", { count }) : t(`${action}.confirm`, { count })}
          </Button>
        </>
      }
    >
      <form id="bulk" onSubmit={submit} className="flex flex-col gap-4">
        {failed.length > 0 ? (
          <Banner tone="bad" live title={t("failed", { count })}>
            <ul>
              {failed.map(({ item, reason }) => (
                <li key={item.id}>
                  <strong className="font-medium">{item.title}</strong>: {reason}
                </li>
              ))}
            </ul>
          </Banner>
        ) : (
          <NameList names={concerned.map(({ title }) => title)} />
        )}
        {skipped > 0 && <p className="text-sm text-ink-2">{t(`${action}.skipped`, { count: skipped })}</p>}
        {action === "resume" && (
          <RadioGroup
            label={t("held.label")}
            value={held}
            onValueChange={setHeld}
            options={[
              { value: "all", label: t("held.all"), hint: t("held.allHint") },
              { value: "discard", label: t("held.discard"), hint: t("held.discardHint") },
            ]}
          />
        )}
        {action === "delete" && (
          <>
            <WhatEnds count={count} />
            <Field label={t.rich("confirm", { phrase: () => <strong className="select-all">{phrase}</strong> })}>
              {(control) => (
                <Input
                  {...control}
                  value={typed}
                  onChange={({ target }) => setTyped(target.value)}
                  autoComplete="off"
                  data-autofocus
                />
              )}
            </Field>
          </>
        )}
        {isPending && (
          <div>
            <p role="status" className="mb-1 text-sm">
              {t("progress", { ended, count })}
            </p>
            <Progress label={t("progressOf")} value={ended} max={count} />
          </div>
        )}
      </form>
    </Dialog>
  );
}
