"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api-client/api-error";
import { INSPECTED_FOR_HOURS, INSPECTED_REQUESTS_MAX } from "@/lib/core/inspector-limits";
import { AnswerPanel } from "./answer-panel";
import { Arrived } from "./arrived";
import { InspectorHeader } from "./inspector-header";
import { inspectorsHref } from "./paths";
import { inspectorQuery } from "./queries";

/** One inspector: its address, what it answers, and what arrives, live. */
export function InspectorScreen({ id }: { id: string }) {
  const t = useTranslations("inspectors");
  const router = useRouter();
  const isReading = useSearchParams().has("request");
  const query = useQuery(inspectorQuery(id));
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  // Deleted in another tab: what is still at hand of it no longer holds.
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  const inspector = query.data;
  if (!inspector || isMissing) {
    return (
      <ErrorState
        wholePage
        title={isMissing ? t("missing") : t("failed")}
        onRetry={isMissing ? undefined : () => void query.refetch()}
        retrying={query.isFetching}
        actions={
          <Button asChild>
            <Link href={inspectorsHref}>{t("all")}</Link>
          </Button>
        }
      >
        {isMissing ? t("missingHint") : query.error?.message}
      </ErrorState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {isReading && <h1 className="sr-only lg:hidden">{inspector.title}</h1>}
      <div className={clsx("flex flex-col gap-4", isReading && "max-lg:hidden")}>
        <InspectorHeader inspector={inspector} onDeleted={() => router.push(inspectorsHref)} />
        <AnswerPanel inspector={inspector} />
      </div>
      <Arrived inspector={inspector} />
      <p className="text-sm text-ink-3">
        {t("retention", { max: INSPECTED_REQUESTS_MAX, hours: String(INSPECTED_FOR_HOURS) })}
      </p>
    </div>
  );
}
