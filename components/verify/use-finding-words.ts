"use client";

import { useTranslations } from "use-intl";
import type { Translate } from "@/lib/core/messages/translate";
import type { Step } from "@/lib/core/signature-debugger/step";
import { findingWords } from "./finding-words";

export function useFindingWords(): (step: Pick<Step, "finding" | "values">) => string {
  const t = useTranslations("verify") as Translate<"verify">;
  return (step) => findingWords(t, step);
}
