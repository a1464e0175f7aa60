"use client";

import { Controller, useForm } from "react-hook-form";
import { formResolver } from "@/components/form-resolver";
import { messageIn, showErrors } from "@/components/form-errors";
import { Banner, type BannerProps } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormFields } from "@/components/ui/form-fields";
import { Input } from "@/components/ui/input";
import { createWebhookSchema, type CreateWebhook, type CreateWebhookInput } from "@/lib/core/webhook";
import { DeliveryPolicyFields } from "./delivery-policy-fields";
import { EventPicker } from "./event-picker";
import { FilterField } from "./filter-field";
import { FormatFields } from "./format-fields";
import { RequestPreview } from "./request-preview";
import { UrlHint } from "./url-hint";
import { useLeaveGuard } from "./use-leave-guard";
import { registerEntered } from "./webhook-form-type";

interface Props {
  initial: CreateWebhookInput;
  submitLabel: string;
  onSubmit: (values: CreateWebhook) => Promise<void>;
  onCancel: () => void;
  /** Under DESTINATIONS=local, http and private addresses are fine. */
  isLocal: boolean;
  isNew?: boolean;
  /** What can be done about the last refusal. */
  refused?: Pick<BannerProps, "children" | "actions"> | undefined;
  /** An Authorization value is stored already. */
  hasAuthorization?: boolean;
}

/** Where, what, how. What the server refuses comes back to its field. */
export function WebhookForm({
  initial,
  submitLabel,
  onSubmit,
  onCancel,
  isLocal,
  isNew = false,
  refused,
  hasAuthorization = false,
}: Props) {
  const form = useForm<CreateWebhookInput, unknown, CreateWebhook>({
    resolver: formResolver(createWebhookSchema),
    defaultValues: initial,
    mode: "onTouched",
  });
  const { errors, isSubmitting, isSubmitSuccessful, isDirty } = form.formState;
  const mayLeave = useLeaveGuard(isDirty && !isSubmitSuccessful);

  const submit = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values);
    } catch (error) {
      showErrors(form, error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <FormFields className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-8">
          <section className="flex flex-col gap-4">
            <h2 className="text-lg font-semibold">Where</h2>
            <Field label="Title" hint="What it is for, like “CRM integration”." error={errors.title?.message}>
              {(control) => (
                <Input {...control} {...registerEntered(form, "title")} autoComplete="off" data-autofocus />
              )}
            </Field>
            <Field label="URL" hint={<UrlHint isLocal={isLocal} />} error={errors.url?.message}>
              {(control) => (
                <Input
                  {...control}
                  {...registerEntered(form, "url", { setValueAs: (url: string) => url.trim() })}
                  mono
                  inputMode="url"
                  autoComplete="off"
                  placeholder="https://example.com/webhook"
                  spellCheck={false}
                />
              )}
            </Field>
            <FormatFields form={form} isNew={isNew} hasAuthorization={hasAuthorization} />
          </section>
          <section className="flex flex-col gap-4">
            <h2 className="text-lg font-semibold">What</h2>
            <Controller
              control={form.control}
              name="events"
              render={({ field, fieldState }) => (
                <EventPicker value={field.value} onChange={field.onChange} error={messageIn(fieldState.error)} />
              )}
            />
            <FilterField form={form} />
          </section>
          <DeliveryPolicyFields form={form} isNew={isNew} />
          {errors.root?.message && <Banner tone="bad" title={errors.root.message} live {...refused} />}
          <div className="flex gap-2">
            <Button type="submit" variant="primary" busy={isSubmitting}>
              {submitLabel}
            </Button>
            <Button onClick={() => mayLeave() && onCancel()}>Cancel</Button>
          </div>
        </div>
        <RequestPreview control={form.control} isNew={isNew} />
      </FormFields>
    </form>
  );
}
