"use client";

import clsx from "clsx";
import { ZoomOut } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { Input } from "@/components/ui/input";
import { useFormats } from "@/components/ui/use-formats";
import { customSpan, RANGE_NAMES, zoomedOut, type Span } from "./span";
import type { ChosenSpan } from "./use-span";

/** Chooses the span: some of the last hours or days, or from one instant to another. */
export function RangeBar({ chosen }: { chosen: ChosenSpan }) {
  const t = useTranslations("charts.range");
  const [isOpen, setOpen] = useState(false);
  const { span, range, now, chooseRange, chooseSpan } = chosen;
  const isCustom = isOpen || range === undefined;
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <div
          role="group"
          aria-label={t("label")}
          className="flex flex-wrap rounded-md border border-line-strong bg-panel"
        >
          {RANGE_NAMES.map((name) => (
            <RangeButton
              key={name}
              pressed={range === name && !isOpen}
              onClick={() => {
                setOpen(false);
                chooseRange(name);
              }}
            >
              {t(name)}
            </RangeButton>
          ))}
          <RangeButton pressed={isCustom} onClick={() => setOpen(!isOpen)}>
            {t("custom")}
          </RangeButton>
        </div>
        <Button size="sm" onClick={() => chooseSpan(zoomedOut(span, now))}>
          <ZoomOut aria-hidden />
          {t("zoomOut")}
        </Button>
      </div>
      {isCustom && <CustomSpan key={`${span.from} ${span.to}`} span={span} now={now} onChoose={chooseSpan} />}
    </div>
  );
}

function RangeButton({ pressed, onClick, children }: { pressed: boolean; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={clsx(
        "hit relative h-6.5 rounded-md px-2 text-sm whitespace-nowrap",
        pressed ? "bg-ink font-medium text-bg" : "text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </button>
  );
}

interface CustomProps {
  span: Span;
  now: number;
  onChoose: (span: Span) => void;
}

/** In the reader's zone, as its fields are. */
function CustomSpan({ span, now, onChoose }: CustomProps) {
  const t = useTranslations("charts.range");
  const { zone } = useFormats();
  const [from, setFrom] = useState(() => localInput(span.from));
  const [to, setTo] = useState(() => localInput(span.to));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = customSpan(new Date(from).getTime(), new Date(to).getTime(), now);
    setWrong(!wanted);
    if (wanted) onChoose(wanted);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end justify-end gap-2 text-sm">
      <Instant label={t("from")} value={from} onChange={setFrom} isWrong={isWrong} />
      <Instant label={t("to")} value={to} onChange={setTo} isWrong={isWrong} />
      <Button type="submit">{t("show")}</Button>
      <div className="basis-full text-right text-xs text-ink-3">
        {isWrong ? <FieldError>{t("invalid")}</FieldError> : t("zone", { zone: zone(span.from) })}
      </div>
    </form>
  );
}

interface InstantProps {
  label: string;
  /** As `datetime-local` has it. */
  value: string;
  onChange: (value: string) => void;
  isWrong: boolean;
}

function Instant({ label, value, onChange, isWrong }: InstantProps) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <Input
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="w-auto!"
        aria-invalid={isWrong || undefined}
      />
    </label>
  );
}

/** As `datetime-local` has it. */
function localInput(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
