"use client";

import clsx from "clsx";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { useTypedBefore } from "./use-typed-before";

const DELAY_MS = 250;

export interface SearchInputProps extends Omit<
  ComponentProps<"input">,
  "value" | "defaultValue" | "onChange" | "type" | "ref"
> {
  label: string;
  value: string;
  /** Called 250 ms after the last key, at once on Enter and on clearing. */
  onValueChange: (value: string) => void;
}

export function SearchInput({ label, value, onValueChange, className, ...props }: SearchInputProps) {
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useDraft(value);
  useTypedBefore(input, draft.text, (text) => setDraft({ ...draft, text }));

  useEffect(() => {
    if (draft.text === draft.sent) return;
    const timer = setTimeout(() => send(draft.text), DELAY_MS);
    return () => clearTimeout(timer);
  });

  function send(text: string) {
    setDraft({ text, sent: text });
    onValueChange(text);
  }

  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") send(draft.text);
    if (event.key === "Escape" && draft.text) {
      event.stopPropagation();
      send("");
    }
  };

  return (
    <div role="search" className={clsx("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
      />
      <Input
        placeholder={label}
        {...props}
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        onKeyDown={handleKeyDown}
        className="border-line-strong! px-8!"
      />
      {draft.text && (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => {
            send("");
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1 grid size-6.5 -translate-y-1/2 place-items-center rounded-sm text-ink-3 hover:text-ink pointer-coarse:size-9"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}

interface Draft {
  text: string;
  sent: string;
}

/** Follows `value` when someone else changes it, never when it only echoes what was sent: typing goes on meanwhile. */
function useDraft(value: string) {
  const [draft, setDraft] = useState<Draft>({ text: value, sent: value });
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== draft.sent) setDraft({ text: value, sent: value });
  }
  return [draft, setDraft] as const;
}
