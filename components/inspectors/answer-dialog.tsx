"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "@/components/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { ApiError } from "@/lib/api-client/api-error";
import type { Inspector, InspectorAnswer } from "@/lib/core/inspector";
import { answerOf, draftOf, problemOf, type AnswerDraft } from "./answer-draft";
import { inspectorQuery } from "./queries";

export function AnswerDialog({ inspector, onClose }: { inspector: Inspector; onClose: () => void }) {
  const t = useTranslations("inspectors.answer");
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(inspector.answer));
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => inspectorsApi.update(inspector.id, { answer: answerOf(draft) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(inspectorQuery(inspector.id).queryKey, saved);
      toast.success(t("changed"));
      onClose();
    },
  });
  const errors = error instanceof ApiError ? error.fields : {};
  const problem = (field: keyof InspectorAnswer) => problemOf(errors, field);
  const entry = (field: keyof AnswerDraft) => ({
    value: draft[field],
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [field]: target.value }),
    autoComplete: "off",
    spellCheck: false,
  });
  return (
    <FormDialog
      size="lg"
      title={t("dialog", { title: inspector.title })}
      description={t("dialogHint")}
      action={t("save")}
      isPending={isPending}
      problem={error && Object.keys(errors).length === 0 ? { title: t("failed"), children: error.message } : undefined}
      onSubmit={mutate}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("status")} hint={t("statusHint")} error={problem("status")}>
          {(control) => <Input {...control} {...entry("status")} inputMode="numeric" autoFocus />}
        </Field>
        <Field label={t("delay")} hint={t("delayHint")} error={problem("delayMs")}>
          {(control) => <Input {...control} {...entry("delay")} inputMode="numeric" />}
        </Field>
        <Field label={t("failNext")} hint={t("failNextHint")} error={problem("failNext")}>
          {(control) => <Input {...control} {...entry("failNext")} inputMode="numeric" />}
        </Field>
        <Field label={t("failStatus")} hint={t("failStatusHint")} error={problem("failStatus")}>
          {(control) => <Input {...control} {...entry("failStatus")} inputMode="numeric" />}
        </Field>
      </div>
      <Field label={t("contentType")} error={problem("contentType")}>
        {(control) => <Input {...control} {...entry("contentType")} mono />}
      </Field>
      <Field label={t("headers")} optional hint={t("headersHint")} error={problem("headers")}>
        {(control) => <TextArea {...control} {...entry("headers")} mono rows={2} />}
      </Field>
      <Field label={t("body")} optional hint={t("bodyHint")} error={problem("body")}>
        {(control) => <TextArea {...control} {...entry("body")} mono rows={4} />}
      </Field>
    </FormDialog>
  );
}
