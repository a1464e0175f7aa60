"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "@/components/ui/field-error";
import { SearchInput } from "@/components/ui/search-input";
import { ApiError } from "@/lib/api-client";
import { parseSearch } from "@/lib/core/search";
import { problemWords } from "@/lib/problem-words";
import { useDeliveryFilters } from "./use-delivery-filters";

const ERROR_ID = "log-search-error";
/** Whoever begins so asks what events say; anything else is an id or a part of a name. */
const EXPRESSION = /^\s*(data\b|not\b|\()/i;

/** One field for both searches. @param error of the list: the server's word about the search is final */
export function SearchField({ error }: { error: Error | null }) {
  const t = useTranslations("logs.search");
  const [{ q, where }, setFilters] = useDeliveryFilters();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refused = error instanceof ApiError ? (error.fields["where"] ?? error.fields["q"]) : undefined;
  const shown = problem ?? refused;

  useEffect(() => {
    const parsed = draft === null ? undefined : parseSearch(draft);
    const wrong = parsed && "problem" in parsed ? parsed.problem : null;
    let isCurrent = true;
    void problemWords().then((say) => isCurrent && setProblem(wrong && say(wrong)));
    return () => {
      isCurrent = false;
    };
  }, [draft]);

  const search = (text: string) => {
    const isExpression = EXPRESSION.test(text);
    const isReadable = !isExpression || "filter" in parseSearch(text);
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
        onValueChange={search}
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
