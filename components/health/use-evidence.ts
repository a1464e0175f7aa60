import { useTranslations } from "use-intl";
import { evidenceWords } from "@/lib/core/health-words";
import type { Webhook } from "@/lib/core/webhook";
import { useMoment } from "./use-moment";

/**
 * What a webhook's health rests on, in the reader's zone.
 * @returns "last success Tue 14:05; 37 of 37 attempts since failed with 401", also as a sentence
 */
export function useEvidence({ health, disabledReason }: Pick<Webhook, "health" | "disabledReason">) {
  const t = useTranslations("health");
  const moment = useMoment();
  const words = evidenceWords(t, health, disabledReason, moment);
  return { words, sentence: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` };
}
