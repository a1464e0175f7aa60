"use client";

import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn } from "@/components/form-errors";
import { jsonProblem } from "@/components/json-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { onDemand } from "@/components/ui/on-demand";
import { TextArea } from "@/components/ui/text-area";
import type { Filter } from "@/lib/core/filter";
import { filterOf, rowsOf, type FilterRows } from "@/lib/core/filter-rows";
import { FilterRowsField } from "./filter-rows-field";
import type { FormPart } from "./webhook-form-type";

const FilterPreview = onDemand(() => import("./filter-preview").then((its) => its.FilterPreview));

/** Which of the chosen events are wanted, by what their data says: rows, or JSON for what rows can't say. */
export function FilterField({ form }: FormPart) {
  const t = useTranslations("form.filter");
  const ui = useTranslations("ui");
  const [events, filter] = useWatch({ control: form.control, name: ["events", "filter"] });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">
        {t("legend")}
        <span className="font-normal text-ink-3"> {ui("optional")}</span>
      </legend>
      <p className="text-sm text-ink-3">
        {t("without")}{" "}
        <Link href="/docs/filters#operators" target="_blank" className="text-accent underline">
          {t("operators")}
        </Link>
      </p>
      <Controller
        control={form.control}
        name="filter"
        render={({ field, fieldState }) => (
          <Editor initial={field.value ?? null} onChange={field.onChange} error={messageIn(fieldState.error)} />
        )}
      />
      {filter && <FilterPreview filter={filter} events={events} />}
    </fieldset>
  );
}

interface EditorProps {
  initial: Filter | null;
  /** Also given what is no filter yet: the form's schema says what is wrong with it. */
  onChange: (filter: unknown) => void;
  error: string | undefined;
}

const EXAMPLE = '{"path": "data.lead_score", "op": "gt", "value": 50}';

const NONE: FilterRows = { join: "all", rows: [] };

function Editor({ initial, onChange, error }: EditorProps) {
  const t = useTranslations("form.filter");
  const events = useTranslations("events");
  const [rows, setRows] = useState(() => (initial ? rowsOf(initial) : NONE));
  const [text, setText] = useState(() => (initial && !rowsOf(initial) ? pretty(initial) : ""));
  const toJson = () => {
    setText(rows && rows.rows.length > 0 ? pretty(filterOf(rows)) : "");
    setRows(undefined);
  };
  const toRows = () => {
    const parsed = read(text);
    const shown = parsed === null ? NONE : tryRows(parsed);
    if (shown) setRows(shown);
  };
  if (rows) {
    return (
      <FilterRowsField
        value={rows}
        onChange={(next) => {
          setRows(next);
          onChange(filterOf(next));
        }}
        error={error}
        onJson={toJson}
      />
    );
  }
  const problem = text.trim() === "" ? undefined : jsonProblem(events, text);
  const noRows = problem === undefined && tryRows(read(text)) === undefined;
  return (
    <Field
      label={t("json")}
      error={error && (problem ?? error)}
      hint={
        <>
          {t("jsonHint", { example: EXAMPLE })}
          {noRows && <span className="block">{t("noRows")}</span>}
          {problem && <span className="block">{t("fixFirst")}</span>}
        </>
      }
      aside={
        <Button variant="ghost" size="sm" onClick={toRows} disabled={noRows || problem !== undefined}>
          {t("asRows")}
        </Button>
      }
    >
      {(control) => (
        <TextArea
          {...control}
          mono
          rows={8}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(read(event.target.value));
          }}
        />
      )}
    </Field>
  );
}

const pretty = (filter: unknown) => JSON.stringify(filter, null, 2);

/** @returns the text itself where it is no JSON, so that the schema refuses it */
function read(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function tryRows(filter: unknown): FilterRows | undefined {
  if (filter === null) return NONE;
  try {
    return rowsOf(filter as Filter);
  } catch {
    return undefined;
  }
}
