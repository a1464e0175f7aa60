"use client";

import { useLocale, useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Notice } from "@/lib/core/notice";
import { noticeEvidence, noticeTitle } from "./notice-text";

/** In English as it was told, in mails as well; in another language anew, from its facts. */
export function useNoticeText(notice: Notice): { title: string; evidence: string | undefined } {
  const t = useTranslations("notices");
  const locale = useLocale();
  const { exact } = useFormats();
  const told = notice.facts["evidence"];
  if (locale === "en") return { title: notice.title, evidence: typeof told === "string" ? told : undefined };
  const percent = (value: number) => value.toLocaleString(locale);
  return { title: noticeTitle(t, notice), evidence: noticeEvidence(t, notice, { moment: exact, percent }) };
}
