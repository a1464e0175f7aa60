"use client";

import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { isOtherServer, MASK } from "@/lib/core/authorization";
import { DEFAULT_FORMAT, FORMAT_NAMES, FORMATS, sendsAuthorization, type FormatName } from "@/lib/core/formats";
import { orNull, type FormPart } from "./webhook-form-type";

interface Props extends FormPart {
  isNew: boolean;
  hasAuthorization: boolean;
}

/** What deliveries look like, and the value that some formats authenticate by. */
export function FormatFields({ form, isNew, hasAuthorization }: Props) {
  const t = useTranslations("form");
  const [format = DEFAULT_FORMAT, alsoSign, url] = useWatch({
    control: form.control,
    name: ["format", "alsoSign", "url"],
  });
  const hasMoved = isOtherServer(url, form.formState.defaultValues?.url ?? "");
  const isKept = hasAuthorization && !hasMoved;
  const needsAuthorization = sendsAuthorization(format) || (alsoSign ? sendsAuthorization(alsoSign.format) : false);

  // A new webhook's schedule follows its format, until somebody chooses another one.
  const followFormat = (next: FormatName) => {
    const retry = form.getValues("retry");
    const isFollowing = retry && "preset" in retry && retry.preset === FORMATS[format].retry;
    if (isNew && isFollowing) form.setValue("retry", { preset: FORMATS[next].retry });
  };

  return (
    <>
      <Field
        label={t("format.label")}
        hint={t(`format.${format}.description`)}
        error={form.formState.errors.format?.message}
      >
        {(control) => (
          <Controller
            control={form.control}
            name="format"
            render={({ field }) => (
              <Select
                {...control}
                options={FORMAT_NAMES.map((name) => ({
                  value: name,
                  label: FORMATS[name].label,
                  hint: t(`format.${name}.description`),
                }))}
                value={format}
                onValueChange={(next) => {
                  followFormat(next);
                  field.onChange(next);
                }}
              />
            )}
          />
        )}
      </Field>
      {needsAuthorization && (
        <Field
          label={t("authorization.label")}
          hint={
            isKept
              ? t("authorization.keep")
              : `${hasAuthorization ? `${t("authorization.moved")} ` : ""}${t("authorization.hint")}`
          }
          error={form.formState.errors.authorization?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...form.register("authorization", { setValueAs: orNull })}
              mono
              autoComplete="off"
              placeholder={isKept ? MASK : "Bearer …"}
              spellCheck={false}
            />
          )}
        </Field>
      )}
    </>
  );
}
