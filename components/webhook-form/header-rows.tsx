"use client";

import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { MASK } from "@/lib/core/authorization";

interface Row {
  key: number;
  name: string;
  value: string;
}

interface Props {
  value: Record<string, string>;
  onChange: (headers: Record<string, string>) => void;
  error?: string | undefined;
}

/** Headers of the webhook's own: a name and a value in each row. */
export function HeaderRows({ value, onChange, error }: Props) {
  const t = useTranslations("form.headers");
  const errorId = useId();
  const [rows, setRows] = useState<Row[]>(() =>
    Object.entries(value).map(([name, text], key) => ({ key, name, value: text })),
  );
  const [nextKey, setNextKey] = useState(rows.length);
  const change = (next: Row[]) => {
    setRows(next);
    onChange(recordOf(next));
  };
  const edit = (key: number, changes: Partial<Row>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const problem = error ?? (hasTwice(rows) ? t("twice") : undefined);
  return (
    <fieldset
      aria-describedby={problem ? errorId : undefined}
      data-invalid={error ? true : undefined}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-1 text-sm font-medium">
        {t("legend")}
        <span className="font-normal text-ink-3"> {t("optional")}</span>
      </legend>
      {rows.map((row, index) => (
        <div key={row.key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] gap-2">
          <Input
            aria-label={t("name", { number: String(index + 1) })}
            placeholder="X-Api-Key"
            mono
            autoComplete="off"
            spellCheck={false}
            value={row.name}
            onChange={(event) => edit(row.key, { name: event.target.value })}
          />
          <Input
            aria-label={t("value", { number: String(index + 1) })}
            mono
            autoComplete="off"
            spellCheck={false}
            value={row.value}
            onChange={(event) => edit(row.key, { value: event.target.value })}
          />
          <IconButton
            label={t("remove", { number: String(index + 1) })}
            onClick={() => change(rows.filter(({ key }) => key !== row.key))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {problem && (
        <p id={errorId} role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {rows.some(({ value: text }) => text === MASK) && (
        <p className="text-sm text-ink-3">{t("masked", { mask: MASK })}</p>
      )}
      <div>
        <Button
          size="sm"
          onClick={() => {
            setRows([...rows, { key: nextKey, name: "", value: "" }]);
            setNextKey(nextKey + 1);
          }}
        >
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}

/** A row that is empty on both sides is not there yet. */
const recordOf = (rows: readonly Row[]) =>
  Object.fromEntries(rows.filter(({ name, value }) => name || value).map(({ name, value }) => [name.trim(), value]));

function hasTwice(rows: readonly Row[]): boolean {
  const names = rows.map(({ name }) => name.trim()).filter(Boolean);
  return new Set(names).size < names.length;
}
