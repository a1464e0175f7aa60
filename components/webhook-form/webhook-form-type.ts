import type { FocusEvent } from "react";
import type { RegisterOptions, UseFormReturn } from "react-hook-form";
import type { CreateWebhook, CreateWebhookInput } from "@/lib/core/webhook";

/** The form of a webhook, new or edited. */
export type WebhookFormType = UseFormReturn<CreateWebhookInput, unknown, CreateWebhook>;

export interface FormPart {
  form: WebhookFormType;
}

/** For text inputs: what is left empty is null. */
export const orNull = (text: string | null) => text?.trim() || null;

/** For number inputs: what is left empty is null. */
export const numberOrNull = (text: string | number | null) => (text === null || text === "" ? null : Number(text));

/** As `register`, but a field that was merely passed through is no mistake yet: it is judged on submit. */
export function registerEntered<Name extends "title" | "url">(
  form: WebhookFormType,
  name: Name,
  options: RegisterOptions<CreateWebhookInput, Name> = {},
) {
  const field = form.register(name, options);
  const isEntered = form.formState.dirtyFields[name] === true;
  return { ...field, onBlur: async (event: FocusEvent) => (isEntered ? field.onBlur(event) : undefined) };
}
