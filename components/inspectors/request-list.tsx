"use client";

import clsx from "clsx";
import { ArrowUpToLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Pill } from "@/components/ui/pill";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { InspectedRequestSummary } from "@/lib/core/inspector";
import { toneOf } from "./answer-tone";
import { ROW_ATTRIBUTE } from "./use-chosen-request";

interface Props {
  requests: readonly InspectedRequestSummary[];
  shownId: string | undefined;
  /** It is not just the newest. */
  isChosen: boolean;
  isFresh: (id: string) => boolean;
  onOpen: (id: string) => void;
  onFollow: () => void;
}

/** The newest first. Where one has scrolled, the browser keeps what one reads in its place. */
export function RequestList({ requests, shownId, isChosen, isFresh, onOpen, onFollow }: Props) {
  const t = useTranslations("inspectors.requests");
  return (
    <>
      <ul aria-label={t("title")} className="overflow-y-auto border-t border-line-2 lg:max-h-[calc(100dvh-10rem)]">
        {requests.map((request) => (
          <Row
            key={request.id}
            request={request}
            isShown={request.id === shownId}
            isFresh={isFresh(request.id)}
            onOpen={() => onOpen(request.id)}
          />
        ))}
      </ul>
      <footer className="flex min-h-10 items-center justify-between gap-2 border-t border-line-2 px-4 py-1.5 text-xs text-ink-3 max-lg:hidden">
        <span className="pointer-coarse:hidden">{t.rich("keys", { key: (chunks) => <Kbd>{chunks}</Kbd> })}</span>
        {isChosen ? (
          <Button size="sm" onClick={onFollow}>
            <ArrowUpToLine aria-hidden />
            {t("follow")}
          </Button>
        ) : (
          <span>{t("following")}</span>
        )}
      </footer>
    </>
  );
}

interface RowProps {
  request: InspectedRequestSummary;
  isShown: boolean;
  isFresh: boolean;
  onOpen: () => void;
}

function Row({ request, isShown, isFresh, onOpen }: RowProps) {
  const t = useTranslations("inspectors.requests");
  const { bytes } = useFormats();
  const { id, method, path, eventType, attempt, answeredStatus } = request;
  const shownPath = path === "" ? "/" : path;
  return (
    <li
      className={clsx(
        "border-b border-line-2 last:border-0",
        isShown && "lg:bg-accent-soft",
        isFresh && "animate-flash",
      )}
    >
      <button
        type="button"
        {...{ [ROW_ATTRIBUTE]: id }}
        aria-current={isShown || undefined}
        aria-label={t("open", { method, path: shownPath, what: t("answered", { status: String(answeredStatus) }) })}
        onClick={onOpen}
        className="flex w-full flex-col gap-0.5 px-4 py-2 text-left -outline-offset-2 hover:bg-fill"
      >
        <span className="flex w-full items-center gap-2">
          <span className="shrink-0 font-mono text-xs font-semibold">{method}</span>
          {eventType ? (
            <span className="min-w-0 flex-1 truncate">
              <Tag>{eventType}</Tag>
            </span>
          ) : (
            <span className="min-w-0 flex-1 truncate font-mono text-xs text-ink-2">{shownPath}</span>
          )}
          <Pill tone={toneOf(answeredStatus)} className="shrink-0">
            {answeredStatus}
          </Pill>
        </span>
        <span className="flex w-full items-center justify-between gap-2 text-sm text-ink-3">
          <span className="min-w-0 truncate">
            {attempt !== null && `${t("attempt", { number: String(attempt) })} · `}
            {bytes(request.bytes)}
          </span>
          <Time value={request.receivedAt} millis className="shrink-0" />
        </span>
      </button>
    </li>
  );
}
