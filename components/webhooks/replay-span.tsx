"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatExact, zoneName } from "@/components/ui/instant";

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
  return (
    <div className="flex flex-col gap-1">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Published since"
          error={errors.since ?? (since === "" ? "Choose a moment." : undefined)}
          hint={inUtc(since)}
        >
          {(control) => (
            <Input {...control} type="datetime-local" value={since} onChange={({ target }) => onSince(target.value)} />
          )}
        </Field>
        <Field label="Until" optional error={errors.until} hint={inUtc(until) ?? "Empty means now."}>
          {(control) => (
            <Input {...control} type="datetime-local" value={until} onChange={({ target }) => onUntil(target.value)} />
          )}
        </Field>
      </div>
      {since && (
        <p className="text-sm text-ink-3">Times are in your time zone, {zoneName(new Date(since).getTime())}.</p>
      )}
    </div>
  );
}

const inUtc = (local: string) => (local ? formatExact(new Date(local).getTime(), "UTC") : undefined);

/** What a datetime-local input takes: the reader's own clock, without a zone. */
export function toLocal(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
