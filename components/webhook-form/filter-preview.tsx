"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { eventTypeQuery, eventTypesQuery } from "@/components/events/queries";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { filterSchema } from "@/lib/core/filter";
import { previewOf } from "@/lib/core/filter-preview";
import type { FilterPreview as Preview } from "@/lib/core/filter-preview-schema";
import type { Json } from "@/lib/core/json";
import { isSubscribed } from "@/lib/core/subscription";

interface Props {
  /** As far as it is typed. */
  filter: unknown;
  events: readonly string[];
}

/** Whether a sample would be sent, and which condition says no. The sample can be edited. */
export function FilterPreview({ filter, events }: Props) {
  const t = useTranslations("form.filter");
  const types = (useQuery(eventTypesQuery()).data ?? []).filter(({ name }) => isSubscribed(events, name));
  const [chosen, setChosen] = useState<string>();
  const [edited, setEdited] = useState<string>();
  const type = types.find(({ name }) => name === chosen)?.name ?? types[0]?.name;
  const { data: detail } = useQuery({ ...eventTypeQuery(type ?? ""), enabled: type !== undefined });
  const text = edited ?? (detail ? JSON.stringify(detail.sample, null, 2) : "");
  const parsed = filterSchema.safeParse(filter);
  const data = readObject(text);
  if (type === undefined) return <p className="text-sm text-ink-2">{t("chooseEvents")}</p>;
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-2 rounded-lg border bg-panel p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          fit
          aria-label={t("sample")}
          prefix={t("tryOn")}
          options={types.map(({ name }) => ({ value: name, label: name }))}
          value={type}
          onValueChange={(next) => {
            setChosen(next);
            setEdited(undefined);
          }}
        />
        {edited !== undefined && (
          <Button variant="ghost" onClick={() => setEdited(undefined)}>
            {t("backToSample")}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {parsed.success && data ? (
          <Outcome preview={previewOf(parsed.data, data)} />
        ) : (
          <p className="text-ink-2">{t(parsed.success ? "noObject" : "incomplete")}</p>
        )}
      </div>
      <Field label={t("data")}>
        {(control) => (
          <TextArea {...control} mono rows={8} value={text} onChange={(event) => setEdited(event.target.value)} />
        )}
      </Field>
    </section>
  );
}

function Outcome({ preview: { wouldSend, conditions } }: { preview: Preview }) {
  const t = useTranslations("form.filter");
  return (
    <>
      <p className={wouldSend ? "font-medium text-ok" : "font-medium text-bad"}>{t(wouldSend ? "sent" : "notSent")}</p>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {conditions.map(({ condition: { path, op, value }, actual, holds, isNegated }, index) => (
          <li key={index} className="flex gap-2">
            {holds === isNegated ? (
              <X aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
            ) : (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
            )}
            <span className="min-w-0 wrap-anywhere">
              <code className="font-mono text-xs">
                {isNegated && `${t("not")} `}
                {path} {op} {JSON.stringify(value)}
              </code>{" "}
              <span className="text-ink-2">
                {t(holds === isNegated ? "fails" : "holds", {
                  actual: actual === undefined ? t("nothing") : t("itIs", { value: short(JSON.stringify(actual)) }),
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const short = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 80)}…`);

function readObject(text: string): Record<string, Json> | undefined {
  try {
    const data = JSON.parse(text) as Json;
    return typeof data === "object" && data !== null && !Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
