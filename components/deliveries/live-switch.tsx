"use client";

import clsx from "clsx";
import { Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import type { StreamState } from "./use-log-stream";

export interface LiveSwitchProps {
  stream: StreamState;
  isPaused: boolean;
  /** Whether it is the page on which new ones appear. */
  isFirst: boolean;
  onPausedChange: (isPaused: boolean) => void;
}

/** Says whether new deliveries appear by themselves, and stops that. */
export function LiveSwitch({ stream, isPaused, isFirst, onPausedChange }: LiveSwitchProps) {
  const t = useTranslations("logs.live");
  if (!isFirst) {
    return (
      <Tooltip content={t("olderHint")}>
        <span className="text-ink-3" tabIndex={0}>
          {t("older")}
        </span>
      </Tooltip>
    );
  }
  const words = isPaused ? t("paused") : { live: t("on"), connecting: t("connecting"), polling: t("polling") }[stream];
  const hint = stream === "polling" ? t("pollingHint") : isPaused ? t("pausedHint") : t("hint");
  return (
    <Tooltip content={hint}>
      <Button role="switch" aria-checked={!isPaused} aria-label={t("label")} onClick={() => onPausedChange(!isPaused)}>
        <span
          aria-hidden
          className={clsx(
            "size-2 rounded-full",
            isPaused || stream === "connecting" ? "border border-idle" : stream === "live" ? "bg-ok" : "bg-warn",
          )}
        />
        {words}
        {isPaused ? <Play aria-hidden className="text-ink-3" /> : <Pause aria-hidden className="text-ink-3" />}
      </Button>
    </Tooltip>
  );
}
