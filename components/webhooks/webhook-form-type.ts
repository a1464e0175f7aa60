import type { UseFormReturn } from "react-hook-form";
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
