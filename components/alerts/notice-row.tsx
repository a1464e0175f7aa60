import Link from "next/link";
import { Pill, type PillProps } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import { webhookHref } from "@/components/webhooks/paths";
import type { Notice } from "@/lib/core/notice";

const WORDS = { bad: "problem", warn: "warning", ok: "mended" } as const;
const lookOf = ({ kind, tone }: Notice): PillProps =>
  kind === "test" ? { tone: "idle", children: "test" } : { tone, children: WORDS[tone] };

export function NoticeRow({ notice, isUnread }: { notice: Notice; isUnread: boolean }) {
  const { title, facts, webhookId, webhookTitle, createdAt, messages } = notice;
  const evidence = facts["evidence"];
  return (
    <li className="flex items-start gap-3 border-b border-line-2 px-4 py-3 last:border-0">
      <span className="w-20 shrink-0 pt-px max-sm:hidden">
        <Pill {...lookOf(notice)} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Pill {...lookOf(notice)} className="sm:hidden" />
          <span className="font-medium wrap-anywhere">{title}</span>
          {isUnread && <span className="rounded-full bg-accent-soft px-2 text-xs font-medium text-accent">new</span>}
        </p>
        {typeof evidence === "string" && <p className="text-ink-2 wrap-anywhere">{evidence}</p>}
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
        </p>
        {messages.length > 0 && (
          <ul aria-label="How it went out" className="mt-1 text-sm text-ink-3">
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

function MessageLine({ message }: { message: Notice["messages"][number] }) {
  const { channel, to, status, nextAttemptAt, sentAt, error } = message;
  const name = channel === "slack" ? "Slack" : `Email to ${to}`;
  if (status === "sent" && sentAt) {
    return (
      <>
        {name}: sent <Time value={sentAt} />
      </>
    );
  }
  if (status === "failed") return <span className="text-bad">{`${name}: given up. ${error ?? ""}`}</span>;
  return (
    <>
      {name}: waits{error && `, as the last try failed: ${error}`}
      {nextAttemptAt && (
        <>
          ; next try <Time value={nextAttemptAt} />
        </>
      )}
    </>
  );
}
