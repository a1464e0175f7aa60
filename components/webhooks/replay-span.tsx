"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFormats } from "@/components/ui/use-formats";

interface Props {
  since: string;
  until: string;
  onSince: (since: string) => void;
  onUntil: (until: string) => void;
  /** What the server refused. */
  errors: { since?: string | undefined; until?: string | undefined };
}

/** From when until when, on the reader's own clock; beneath, the same instants in UTC, as receivers log them. */
export function ReplaySpan({ since, until, onSince, onUntil, errors }: Props) {
  const t = useTranslations("webhooks.replaying");
  const { exact, zone } = useFormats();
  const inUtc = (local: string) => (local ? exact(new Date(local).getTime(), "UTC") : undefined);
  return (
    <div className="flex flex-col gap-1">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("since")}
          error={errors.since ?? (since === "" ? t("chooseMoment") : undefined)}
          hint={inUtc(since)}
        >
          {(control) => (
            <Input {...control} type="datetime-local" value={since} onChange={({ target }) => onSince(target.value)} />
          )}
        </Field>
        <Field label={t("until")} optional error={errors.until} hint={inUtc(until) ?? t("emptyIsNow")}>
          {(control) => (
            <Input {...control} type="datetime-local" value={until} onChange={({ target }) => onUntil(target.value)} />
          )}
        </Field>
      </div>
      {since && <p className="text-sm text-ink-3">{t("zone", { zone: zone(new Date(since).getTime()) })}</p>}
    </div>
  );
}

/** What a datetime-local input takes: the reader's own clock, without a zone. */
export function toLocal(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
