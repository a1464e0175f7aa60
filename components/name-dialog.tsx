"use client";

import { useTranslations } from "use-intl";
import { FormDialog } from "@/components/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError } from "@/lib/api-client/api-error";

interface Props {
  title: string;
  description?: string | undefined;
  hint: string;
  /** On the button. */
  action: string;
  /** What the API calls it. */
  field?: "name" | "title";
  name: string;
  onNameChange: (name: string) => void;
  isPending: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks for the name of something, and for nothing else. */
export function NameDialog({ field = "name", name, onNameChange, hint, error, ...dialog }: Props) {
  const t = useTranslations("common");
  return (
    <FormDialog {...dialog}>
      <Field label={t("name")} hint={hint} error={error && problemOf(error, field)}>
        {(control) => (
          <Input
            {...control}
            value={name}
            onChange={(event) => onNameChange(event.target.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** The field's own words, where the server refused the field. */
const problemOf = (error: Error, field: string) => (error instanceof ApiError && error.fields[field]) || error.message;
