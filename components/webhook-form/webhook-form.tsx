"use client";

import { useRef } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn, showErrors } from "@/components/form-errors";
import { Banner, type BannerProps } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormFields } from "@/components/ui/form-fields";
import { Input } from "@/components/ui/input";
import { TestDraftButton } from "@/components/webhook-test/test-draft-button";
import { useLeaveGuard } from "@/components/webhooks/use-leave-guard";
import { useFormResolver } from "@/components/use-form-resolver";
import type { DestinationPolicy } from "@/lib/core/destination-policy";
import type { CreateWebhook, CreateWebhookInput, Webhook } from "@/lib/core/webhook";
import { DeliveryPolicyFields } from "./delivery-policy-fields";
import { EventPicker } from "./event-picker";
import { FilterField } from "./filter-field";
import { FormatFields } from "./format-fields";
import { RequestPreview } from "./request-preview";
import { UrlField } from "./url-field";
import { useFocusFirstError } from "./use-focus-first-error";
import type { MadeInspector } from "./use-inspector";
import { registerEntered } from "./webhook-form-type";

const schema = () => import("@/lib/core/webhook").then((its) => its.createWebhookSchema);

interface Props {
  initial: CreateWebhookInput;
  submitLabel: string;
  onSubmit: (values: CreateWebhook) => Promise<void>;
  onCancel: () => void;
  destinations: DestinationPolicy;
  inspectors: MadeInspector;
  /** What is edited; without it, a new one is made. */
  saved?: Webhook | undefined;
  /** What can be done about the last refusal. */
  refused?: Pick<BannerProps, "children" | "actions"> | undefined;
}

/** Where, what, how. What the server refuses comes back to its field. */
export function WebhookForm(props: Props) {
  const { initial, submitLabel, onSubmit, onCancel, destinations, inspectors, saved, refused } = props;
  const t = useTranslations("form");
  const isNew = saved === undefined;
  const form = useForm<CreateWebhookInput, unknown, CreateWebhook>({
    resolver: useFormResolver(schema),
    defaultValues: initial,
    mode: "onTouched",
    shouldFocusError: false,
  });
  const { errors, isSubmitting, isSubmitSuccessful, isDirty, submitCount } = form.formState;
  const mayLeave = useLeaveGuard(isDirty && !isSubmitSuccessful);
  const element = useFocusFirstError(submitCount, Object.keys(errors).length > 0);
  // Set at once: the second half of a double click comes before the next render. What was saved isn't saved again.
  const isBusy = useRef(false);

  const submitOnce = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    let isSaved = false;
    const save = form.handleSubmit(async (values) => {
      try {
        await onSubmit(values);
        isSaved = true;
      } catch (error) {
        showErrors(form, error);
      }
    });
    await save();
    isBusy.current = isSaved;
  };

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Dialogs within it have forms of their own.
        if (event.target === event.currentTarget) void submitOnce();
      }}
    >
      <FormFields className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="flex min-w-0 flex-col gap-8">
          <section className="flex flex-col gap-4">
            <h2 className="text-lg font-semibold">{t("where")}</h2>
            <Field label={t("title.label")} hint={t("title.hint")} error={errors.title?.message}>
              {(control) => (
                <Input {...control} {...registerEntered(form, "title")} autoComplete="off" data-autofocus />
              )}
            </Field>
            <UrlField form={form} destinations={destinations} inspectors={inspectors} />
            <FormatFields form={form} isNew={isNew} hasAuthorization={saved?.hasAuthorization ?? false} />
          </section>
          <section className="flex flex-col gap-4">
            <h2 className="text-lg font-semibold">{t("what")}</h2>
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
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={isSubmitting}>
              {submitLabel}
            </Button>
            <TestDraftButton form={form} saved={saved} />
            <Button variant="ghost" onClick={() => mayLeave() && onCancel()}>
              <CancelLabel />
            </Button>
          </div>
        </div>
        <RequestPreview control={form.control} isNew={isNew} />
      </FormFields>
    </form>
  );
}

function CancelLabel() {
  return useTranslations("common")("cancel");
}
