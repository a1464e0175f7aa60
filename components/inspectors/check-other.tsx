"use client";

import { ChevronRight } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { ApiError } from "@/lib/api-client/api-error";
import { FORMAT_NAMES, FORMATS, sendsAuthorization, type FormatName } from "@/lib/core/formats";
import { SignatureVerdict } from "./signature-verdict";

interface Props {
  inspectorId: string;
  requestId: string;
  /** What it begins with. */
  format: FormatName;
}

/** Formats that sign. */
const OPTIONS = FORMAT_NAMES.filter((name) => !sendsAuthorization(name)).map((value) => ({
  value,
  label: FORMATS[value].label,
}));

/** With the secret of another sender. It is kept in this form until it is closed, and nowhere else. */
export function CheckOther({ inspectorId, requestId, format: initial }: Props) {
  const t = useTranslations("inspectors.signature");
  const [secret, setSecret] = useState("");
  const [format, setFormat] = useState(initial);
  const { mutate, isPending, data, error, reset } = useSingleMutation({
    mutationFn: () => inspectorsApi.checkSignature(inspectorId, requestId, { secret: secret.trim(), format }),
  });
  const problem = error instanceof ApiError ? error.fields["secret"] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <details className="group">
      <summary className="flex w-fit list-none items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        {t("other")}
      </summary>
      <form noValidate onSubmit={submit} className="mt-3 flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Field label={t("secret")} hint={t("otherHint")} error={problem}>
            {(control) => (
              <Input
                {...control}
                type="password"
                mono
                autoComplete="off"
                spellCheck={false}
                placeholder="whsec_…"
                value={secret}
                onChange={({ target }) => {
                  setSecret(target.value);
                  reset();
                }}
              />
            )}
          </Field>
          <Field label={t("format")}>
            {(control) => (
              <Select
                {...control}
                options={OPTIONS}
                value={format}
                onValueChange={(next) => {
                  setFormat(next);
                  reset();
                }}
              />
            )}
          </Field>
        </div>
        <div>
          <Button type="submit" busy={isPending}>
            {t("check")}
          </Button>
        </div>
        {error && !problem && (
          <Banner tone="bad" title={t("checkFailed")} live>
            {error.message}
          </Banner>
        )}
        <div role="status">{data && <SignatureVerdict check={data} />}</div>
      </form>
    </details>
  );
}
