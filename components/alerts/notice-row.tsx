"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { Pill, type PillProps } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import { webhookHref } from "@/components/webhooks/paths";
import { deliveriesOf } from "@/lib/core/alert-links";
import type { Notice } from "@/lib/core/notice";
import { MessageLine } from "./message-line";
import { useNoticeText } from "./use-notice-text";

const WORDS = { bad: "problem", warn: "warning", ok: "mended" } as const;

export function NoticeRow({ notice, isUnread }: { notice: Notice; isUnread: boolean }) {
  const t = useTranslations("alerts.inbox");
  const { title, evidence } = useNoticeText(notice);
  const { webhookId, webhookTitle, kind, tone, facts, createdAt, messages } = notice;
  const look: PillProps = kind === "test" ? { tone: "idle", children: t("test") } : { tone, children: t(WORDS[tone]) };
  const eventType = typeof facts["eventType"] === "string" ? facts["eventType"] : undefined;
  const deliveries = webhookId ? deliveriesOf(webhookId, kind, eventType) : undefined;
  return (
    <li className="flex items-start gap-3 border-b border-line-2 px-4 py-3 last:border-0">
      <span className="w-20 shrink-0 pt-px max-sm:hidden">
        <Pill {...look} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Pill {...look} className="sm:hidden" />
          <span className="font-medium wrap-anywhere">{title}</span>
          {isUnread && (
            <span className="rounded-full bg-accent-soft px-2 text-xs font-medium text-accent">{t("new")}</span>
          )}
        </p>
        {evidence !== undefined && <p className="text-ink-2 wrap-anywhere">{evidence}</p>}
        <p className="text-sm text-ink-3 wrap-anywhere">
          <Time value={createdAt} />
          {webhookId && webhookTitle !== null && (
            <>
              {" · "}
              <Link className="underline" href={webhookHref(webhookId)}>
                {webhookTitle}
              </Link>
            </>
          )}
          {deliveries && (
            <>
              {" · "}
              <Link className="underline" href={deliveries}>
                {t("deliveries")}
              </Link>
            </>
          )}
        </p>
        {messages.length > 0 && (
          <ul aria-label={t("wentOut")} className="mt-1 text-sm text-ink-3">
            {messages.map((message, index) => (
              <li key={index} className="wrap-anywhere">
                <MessageLine message={message} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
