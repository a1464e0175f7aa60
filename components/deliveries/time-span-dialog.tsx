"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useDeliveryFilters } from "./use-delivery-filters";

const FORM = "time-span";

export function TimeSpanDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("logs.time");
  const common = useTranslations("common");
  const [filters, setFilters] = useDeliveryFilters();
  const [from, setFrom] = useState(() => toLocal(filters.from));
  const [to, setTo] = useState(() => toLocal(filters.to));
  const isBackwards = from !== "" && to !== "" && from >= to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBackwards) return;
    void setFilters({ from: toInstant(from), to: toInstant(to), last: null });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={FORM} variant="primary">
            {t("apply")}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label={t("from")}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              step={1}
              value={from}
              onChange={({ target }) => setFrom(target.value)}
              data-autofocus
            />
          )}
        </Field>
        <Field label={t("to")} error={isBackwards && t("order")}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              step={1}
              value={to}
              onChange={({ target }) => setTo(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** As the browser's field has it, in the reader's zone: "2026-03-25T08:22:50". */
function toLocal(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

const toInstant = (local: string) => (local ? new Date(local).toISOString() : null);
