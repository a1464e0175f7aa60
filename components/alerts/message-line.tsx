"use client";

import { useTranslations } from "use-intl";
import { Time } from "@/components/ui/time";
import type { Notice } from "@/lib/core/notice";

/** How a notice went out by one way. */
export function MessageLine({ message }: { message: Notice["messages"][number] }) {
  const t = useTranslations("alerts.inbox");
  const { to, status, nextAttemptAt, sentAt, error } = message;
  const channel = message.channel === "slack" ? "Slack" : t("emailTo", { address: to ?? "" });
  if (status === "sent" && sentAt) return t.rich("sent", { channel, time: () => <Time value={sentAt} /> });
  if (status === "failed") return <span className="text-bad">{t("givenUp", { channel, error: error ?? "" })}</span>;
  return (
    <>
      {error ? t("waitsAfter", { channel, error }) : t("waits", { channel })}
      {nextAttemptAt && t.rich("nextTry", { time: () => <Time value={nextAttemptAt} /> })}
    </>
  );
}
