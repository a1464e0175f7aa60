"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ROW_OPS, type FilterRow, type FilterRows } from "@/lib/core/filter-rows";

const JOINS = ["all", "any"] as const;

interface Props {
  value: FilterRows;
  onChange: (value: FilterRows) => void;
  error: string | undefined;
  onJson: () => void;
}

export function FilterRowsField({ value, onChange, error, onJson }: Props) {
  const t = useTranslations("form.filter");
  const { join, rows } = value;
  const edit = (at: number, changes: Partial<FilterRow>) =>
    onChange({ join, rows: rows.map((row, index) => (index === at ? { ...row, ...changes } : row)) });
  return (
    <>
      {rows.length > 1 && (
        <Select
          fit
          className="self-start"
          aria-label={t("join")}
          prefix={t("sendWhere")}
          options={JOINS.map((value) => ({ value, label: t(value) }))}
          value={join}
          onValueChange={(next) => onChange({ join: next, rows })}
        />
      )}
      {rows.map((row, index) => (
        <Row
          key={index}
          number={index + 1}
          row={row}
          onChange={(changes) => edit(index, changes)}
          onRemove={() => onChange({ join, rows: rows.filter((_, at) => at !== index) })}
        />
      ))}
      {error && <FieldError live>{error}</FieldError>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChange({ join, rows: [...rows, { path: "data.", op: "eq", text: "" }] })}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
        <Button variant="ghost" onClick={onJson}>
          {t("asJson")}
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  number: number;
  row: FilterRow;
  onChange: (changes: Partial<FilterRow>) => void;
  onRemove: () => void;
}

function Row({ number, row, onChange, onRemove }: RowProps) {
  const t = useTranslations("form.filter");
  const needsValue = row.op !== "exists" && row.op !== "missing";
  return (
    <div
      role="group"
      aria-label={t("condition", { number: String(number) })}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)_auto]"
    >
      <Input
        aria-label={t("path")}
        mono
        autoComplete="off"
        spellCheck={false}
        placeholder="data.lead_score"
        className="max-sm:col-span-2"
        value={row.path}
        onChange={(event) => onChange({ path: event.target.value.trim() })}
      />
      <Select
        aria-label={t("comparison")}
        className="max-sm:col-span-2"
        options={ROW_OPS.map((op) => ({ value: op, label: t(`ops.${op}`) }))}
        value={row.op}
        onValueChange={(op) => onChange({ op })}
      />
      {needsValue ? (
        <Input
          aria-label={t("value")}
          mono
          autoComplete="off"
          spellCheck={false}
          placeholder={row.op === "in" ? "hot, warm" : "50"}
          value={row.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      ) : (
        <span />
      )}
      <IconButton label={t("remove", { number: String(number) })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}
