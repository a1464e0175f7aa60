"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { redeliveryHref } from "@/components/webhooks/paths";
import { redeliveriesApi } from "@/lib/api-client/redeliveries";
import type { Redelivery } from "@/lib/core/redelivery";
import { REDELIVERIES_KEY, redeliveriesQuery } from "./queries";

/** How long before the page was opened something may have ended to be worth telling. */
const RECENT_MS = 60_000;

/** Bulk retries and replays under way, and what became of the last one that ended while one was here. */
export function RedeliveryProgress() {
  const { data } = useQuery(redeliveriesQuery());
  const [openedAt] = useState(() => Date.now());
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const all = (data?.data ?? []).filter(({ id }) => !dismissed.includes(id));
  // Of those that have ended, the last one says enough.
  const ended = all.find(({ finishedAt }) => finishedAt && Date.parse(finishedAt) > openedAt - RECENT_MS);
  const shown = all.filter((redelivery) => !redelivery.finishedAt || redelivery === ended);
  return shown.map((redelivery) => (
    <RedeliveryPanel
      key={redelivery.id}
      redelivery={redelivery}
      onDismiss={() => setDismissed([...dismissed, redelivery.id])}
    />
  ));
}

function RedeliveryPanel({ redelivery, onDismiss }: { redelivery: Redelivery; onDismiss: () => void }) {
  const { id, kind, status, done, total, isExact, finishedAt } = redelivery;
  const t = useTranslations("logs.redelivery");
  const mayChange = useMay("webhooks:write");
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: (command: "pause" | "resume" | "cancel") => redeliveriesApi.change(id, command),
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: REDELIVERIES_KEY, exact: true }),
  });
  return (
    <Panel className="mb-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="font-medium" role="status">
              {t(`${kind}.${status}`)}
            </span>
            <span className="text-ink-2 tabular-nums">
              {t(isExact ? "progress" : "progressMore", { done, total })}
              {status === "running" && t("atRate", { rate: redelivery.ratePerSecond })}
              {status !== "running" && redelivery.skipped > 0 && t("skipped", { count: redelivery.skipped })}
            </span>
          </p>
          <Progress label={t(`${kind}.running`)} value={done} max={total} className="mt-2" />
        </div>
        <div className="flex flex-wrap gap-2">
          {done > 0 && (
            <Button asChild size="sm">
              <Link href={redeliveryHref(id)}>{t("see")}</Link>
            </Button>
          )}
          {finishedAt ? (
            <Button size="sm" variant="ghost" onClick={onDismiss}>
              {t("dismiss")}
            </Button>
          ) : mayChange ? (
            <>
              <Button size="sm" busy={isPending} onClick={() => mutate(status === "paused" ? "resume" : "pause")}>
                {t(status === "paused" ? "resume" : "pause")}
              </Button>
              <Button size="sm" busy={isPending} onClick={() => mutate("cancel")}>
                {t("cancel")}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
