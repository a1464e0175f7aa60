"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "@/components/ui/field-error";
import { SearchInput } from "@/components/ui/search-input";
import { ApiError } from "@/lib/api-client/api-error";
import { problemWords } from "@/lib/problem-words";
import { useDeliveryFilters } from "./use-delivery-filters";

const ERROR_ID = "log-search-error";
/** Whoever begins so asks what events say; anything else is an id or a part of a name. */
const EXPRESSION = /^\s*(data\b|not\b|\()/i;

/** Its reader is loaded with the first that is typed; where it can't be, the server's word has to do. */
async function problemIn(expression: string): Promise<string | null> {
  const reader = await import("@/lib/core/search").catch(() => undefined);
  const parsed = reader?.parseSearch(expression);
  return parsed && "problem" in parsed ? parsed.problem : null;
}

/** One field for both searches. @param error of the list: the server's word about the search is final */
export function SearchField({ error }: { error: Error | null }) {
  const t = useTranslations("logs.search");
  const [{ q, where }, setFilters] = useDeliveryFilters();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef("");
  const refused = error instanceof ApiError ? (error.fields["where"] ?? error.fields["q"]) : undefined;
  const shown = problem ?? refused;

  useEffect(() => {
    let isCurrent = true;
    const wrong = draft === null ? null : problemIn(draft);
    void Promise.all([wrong, problemWords()]).then(([wrong, say]) => isCurrent && setProblem(wrong && say(wrong)));
    return () => {
      isCurrent = false;
    };
  }, [draft]);

  const search = async (text: string) => {
    latest.current = text;
    const isExpression = EXPRESSION.test(text);
    const isReadable = !isExpression || (await problemIn(text)) === null;
    if (latest.current !== text) return;
    setDraft(isReadable ? null : text);
    if (!isReadable) return;
    void setFilters(isExpression ? { where: text, q: null } : { q: text.trim() || null, where: null });
  };
  return (
    <div className="min-w-0 flex-1 basis-64 max-sm:basis-full">
      <SearchInput
        label={t("label")}
        title={t("hint")}
        value={draft ?? (where || q)}
        onValueChange={(text) => void search(text)}
        maxLength={500}
        aria-invalid={shown ? true : undefined}
        aria-describedby={shown ? ERROR_ID : undefined}
      />
      {shown && (
        <div className="mt-1">
          <FieldError id={ERROR_ID} live>
            {shown}
          </FieldError>
        </div>
      )}
    </div>
  );
}
