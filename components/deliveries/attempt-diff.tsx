"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import { phasesOf } from "@/lib/core/attempt-phases";
import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";
import { diffHeaders, diffLines, type DiffRow } from "@/lib/core/line-diff";
import { DiffTable } from "./diff-table";
import { prettyJson } from "./pretty-json";

/** An attempt, and the delivery that it is of. */
export interface Side {
  delivery: DeliveryDetail;
  attempt: Attempt;
}

/** Everything of two attempts side by side, what differs marked. */
export function AttemptDiff({ left, right }: { left: Side; right: Side }) {
  const t = useTranslations("delivery");
  const resultOf = useResult();
  const [one, other] = [left.attempt, right.attempt];
  const beside = (of: (side: Side) => string): DiffRow => ({ left: of(left), right: of(right) });
  const parts: [title: string, rows: DiffRow[]][] = [
    [
      t("compare.result"),
      [
        beside(({ attempt }) => resultOf(attempt)),
        beside(({ delivery, attempt }) => attempt.url ?? delivery.webhookUrl),
      ],
    ],
    [t("timing.label"), useTimings(left, right)],
    [t("parts.requestHeaders"), diffHeaders(one.requestHeaders, other.requestHeaders)],
    [t("parts.requestBody"), bodies(bodyOf(left), bodyOf(right))],
    [t("parts.responseHeaders"), diffHeaders(one.responseHeaders, other.responseHeaders)],
    [t("parts.responseBody"), bodies(one.responseBody ?? "", other.responseBody ?? "")],
  ];
  return parts.map(([title, rows]) => rows.length > 0 && <DiffTable key={title} title={title} rows={rows} />);
}

const bodyOf = ({ delivery, attempt }: Side) => attempt.requestBody ?? delivery.requestBody;
const bodies = (left: string, right: string) => (left || right ? diffLines(linesOf(left), linesOf(right)) : []);
const linesOf = (text: string) => (text ? prettyJson(text).split("\n") : []);

function useResult(): (attempt: Attempt) => string {
  const errors = useTranslations("logs.errors");
  const { duration } = useFormats();
  return ({ responseCode, error, durationMs }) => {
    const result = responseCode ?? (error ? errors(error) : "–");
    return durationMs === null ? String(result) : `${result} · ${duration(durationMs)}`;
  };
}

const PHASES = ["dns", "connect", "tls", "firstByte", "body"] as const;

function useTimings(left: Side, right: Side): DiffRow[] {
  const t = useTranslations("delivery.timing");
  const { duration } = useFormats();
  const [one, other] = [phasesOf(left.attempt), phasesOf(right.attempt)];
  return PHASES.flatMap((name): DiffRow[] => {
    const [mine, theirs] = [one, other].map((phases) => phases.find((phase) => phase.name === name));
    const words = (phase: typeof mine) =>
      phase ? `${t(name)}: ${phase.ms < 1 ? t("tiny") : duration(phase.ms)}` : null;
    return mine || theirs ? [{ left: words(mine), right: words(theirs) }] : [];
  });
}
