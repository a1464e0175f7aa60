"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useId } from "react";
import { useTranslations } from "use-intl";
import { eventTypeQuery } from "@/components/events/queries";
import { jsonProblem } from "@/components/json-problem";
import { useProblemWords } from "@/components/use-problem-words";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { QueryError } from "@/components/ui/query-error";
import { Skeleton } from "@/components/ui/skeleton";
import { prettyData, problemsOf, readData, ROOT } from "./payload";

/** An editor is large: it comes when somebody opens the payload. */
const JsonEditor = onDemand(
  () => import("@/components/ui/json-editor").then((its) => its.JsonEditor),
  <LoadingEditor />,
);

interface Props {
  type: string;
  /** As edited; undefined while it is the sample. */
  text: string | undefined;
  onTextChange: (text: string | undefined) => void;
}

/** The event's data, to be changed; what is wrong with it stands where it is, and in words below. */
export function PayloadEditor({ type, text, onTextChange }: Props) {
  const t = useTranslations("test");
  const wordsId = useId();
  const query = useQuery(eventTypeQuery(type));
  const schema = query.data?.schema;
  const check = useCallback((edited: string) => problemsOf(schema, edited), [schema]);
  if (!query.data) {
    return query.isPending ? <LoadingEditor /> : <QueryError bare query={query} title={t("noSample")} />;
  }
  const sample = prettyData(query.data.sample);
  const value = text ?? sample;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-3">{t("payloadHint")}</p>
      <JsonEditor
        label={t("payloadLabel")}
        value={value}
        onValueChange={(edited) => onTextChange(edited === sample ? undefined : edited)}
        check={check}
        root={ROOT}
        aria-describedby={wordsId}
      />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div id={wordsId} role="status" className="min-w-0 flex-1 text-sm">
          <Judgement type={type} text={value} hasSchema={Boolean(schema)} problems={check(value)} />
        </div>
        {text !== undefined && (
          <Button size="sm" onClick={() => onTextChange(undefined)}>
            {t("reset")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface JudgementProps {
  type: string;
  text: string;
  hasSchema: boolean;
  problems: readonly { path: string; message: string }[];
}

function Judgement({ type, text, hasSchema, problems }: JudgementProps) {
  const t = useTranslations("test");
  const events = useTranslations("events");
  const say = useProblemWords();
  const broken = jsonProblem(events, text);
  if (broken) return <p className="text-bad">{broken}</p>;
  if (!readData(text)) return <p className="text-bad">{t("noObject")}</p>;
  if (!hasSchema) return null;
  if (problems.length === 0) return <p className="text-ok">{t("fits", { type })}</p>;
  return (
    <div className="text-warn">
      <p>{t("unfit", { count: problems.length, type })}</p>
      <ul className="mt-1">
        {problems.map(({ path, message }) => (
          <li key={path} className="wrap-anywhere">
            <code className="font-mono text-xs">{path}</code>: {say(message)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function LoadingEditor() {
  const t = useTranslations("test");
  return (
    <div role="status" aria-label={t("loadingEditor")}>
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
