"use client";

import { Pause, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import type { Webhook } from "@/lib/core/webhook";
import type { BulkAction } from "./bulk-action";

const BulkDialog = onDemand(() => import("./bulk-dialog").then((its) => its.BulkDialog));

interface Props {
  /** The ticked ones. */
  webhooks: readonly Webhook[];
  onClear: () => void;
}

/** What can be done to all that are ticked; stays in reach however long the list is. */
export function BulkBar({ webhooks, onClear }: Props) {
  const t = useTranslations("webhooks.bulk");
  const [asked, setAsked] = useState<{ action: BulkAction; webhooks: readonly Webhook[] } | null>(null);
  const ask = (action: BulkAction) => setAsked({ action, webhooks });
  const canPause = webhooks.some(({ status }) => status === "active");
  const canResume = webhooks.some(({ status }) => status !== "active");
  return (
    <>
      {webhooks.length > 0 && (
        <div
          role="toolbar"
          aria-label={t("toolbar")}
          className="sticky bottom-4 z-20 mt-3 ml-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border bg-panel p-2 shadow-float max-sm:bottom-0 max-sm:-mx-4 max-sm:w-auto max-sm:max-w-none max-sm:rounded-none max-sm:border-x-0 max-sm:px-4"
        >
          <span role="status" className="px-1 font-medium">
            {t("selected", { count: webhooks.length })}
          </span>
          <Button disabled={!canPause} onClick={() => ask("pause")}>
            <Pause aria-hidden />
            {t("pause.action")}
          </Button>
          <Button disabled={!canResume} onClick={() => ask("resume")}>
            <Play aria-hidden />
            {t("resume.action")}
          </Button>
          <Button onClick={() => ask("delete")} className="text-bad!">
            <Trash2 aria-hidden />
            {t("delete.action")}
          </Button>
          <Button variant="ghost" onClick={onClear}>
            {t("clear")}
          </Button>
        </div>
      )}
      {asked && (
        <BulkDialog
          action={asked.action}
          webhooks={asked.webhooks}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            onClear();
          }}
        />
      )}
    </>
  );
}
