"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "@/components/form-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toast";
import { useLeaveGuard } from "@/components/webhooks/use-leave-guard";
import { ApiError } from "@/lib/api-client/api-error";
import type { EventTypeDetail } from "@/lib/core/event-type";
import { draftOf, FIELDS, save, type Draft } from "./event-type-draft";
import { EVENT_TYPES_KEY } from "./queries";

interface Props {
  /** The type that is edited; without it, one is created. */
  type?: EventTypeDetail | undefined;
  /** What the new one is called, where that is known already. */
  name?: string | undefined;
  onClose: () => void;
  onCreated?: ((name: string) => void) | undefined;
}

/** Creates or edits a type of the account's own. What is wrong with it is the server's to say, field by field. */
export function EventTypeDialog({ type, name = "", onClose, onCreated }: Props) {
  const t = useTranslations("events");
  const queryClient = useQueryClient();
  const [initial] = useState<Draft>(() => (type ? draftOf(type) : { ...draftOf(type), name }));
  const [draft, setDraft] = useState(initial);
  const mayLeave = useLeaveGuard(FIELDS.some((field) => draft[field] !== initial[field]));
  const leave = () => mayLeave() && onClose();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => save(t, draft, type),
    onSuccess: async (saved) => {
      toast.success(type ? t("form.saved") : t("form.created", { name: saved.name }));
      onClose();
      if (!type) onCreated?.(saved.name);
      await queryClient.invalidateQueries({ queryKey: EVENT_TYPES_KEY });
    },
  });
  const errors = error instanceof ApiError ? error.fields : {};
  const isNamed = FIELDS.some((field) => errors[field] !== undefined);
  const input = (field: keyof Draft) => ({
    value: draft[field],
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [field]: target.value }),
    autoComplete: "off",
  });
  return (
    <FormDialog
      size="lg"
      onClose={leave}
      onSubmit={mutate}
      isPending={isPending}
      title={type ? t("form.editTitle", { name: type.name }) : t("form.createTitle")}
      action={type ? t("form.save") : t("create")}
      problem={error && !isNamed ? { title: t("form.failed"), children: error.message } : undefined}
    >
      {!type && (
        <Field label={t("form.name")} hint={t("form.nameHint")} error={errors["name"]}>
          {(control) => (
            <Input {...control} {...input("name")} mono spellCheck={false} placeholder="order.paid" autoFocus />
          )}
        </Field>
      )}
      <Field label={t("form.description")} error={errors["description"]}>
        {(control) => <Input {...control} {...input("description")} placeholder={t("form.descriptionExample")} />}
      </Field>
      <Field label={t("form.useCases")} optional hint={t("form.useCasesHint")} error={errors["useCases"]}>
        {(control) => <TextArea {...control} {...input("useCases")} rows={2} />}
      </Field>
      <Field label={t("form.sample")} hint={t("form.sampleHint")} error={errors["sample"]}>
        {(control) => <TextArea {...control} {...input("sample")} mono rows={5} />}
      </Field>
      <Field label={t("form.schema")} optional hint={t("form.schemaHint")} error={errors["schema"]}>
        {(control) => <TextArea {...control} {...input("schema")} mono rows={5} />}
      </Field>
    </FormDialog>
  );
}
