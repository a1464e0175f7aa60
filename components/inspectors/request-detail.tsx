"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorState } from "@/components/ui/error-state";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api-client/api-error";
import type { InspectedRequest, Inspector } from "@/lib/core/inspector";
import { inspectedRequestQuery } from "./queries";
import { RequestBody } from "./request-body";
import { RequestFacts } from "./request-facts";
import { RequestHeaders } from "./request-headers";
import { SignaturePanel } from "./signature-panel";
import { toCurl } from "./to-curl";

interface Props {
  inspector: Inspector;
  id: string;
  onLeave: () => void;
}

/** One request in full; on a phone with the way back to the list. */
export function RequestDetail({ inspector, id, onLeave }: Props) {
  const t = useTranslations("inspectors.requests");
  return (
    <div className="flex flex-col gap-4">
      <div className="lg:hidden">
        <Button size="sm" onClick={onLeave}>
          <ArrowLeft aria-hidden />
          {t("back")}
        </Button>
      </div>
      <Loaded inspector={inspector} id={id} />
    </div>
  );
}

function Loaded({ inspector, id }: Pick<Props, "inspector" | "id">) {
  const t = useTranslations("inspectors.request");
  const query = useQuery(inspectedRequestQuery(inspector.id, id));
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  if (query.data) return <Request key={id} inspector={inspector} request={query.data} />;
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <ErrorState
      title={isMissing ? t("missing") : t("failed")}
      onRetry={isMissing ? undefined : () => void query.refetch()}
      retrying={query.isFetching}
    >
      {isMissing ? t("missingHint") : query.error.message}
    </ErrorState>
  );
}

function Request({ inspector, request }: { inspector: Inspector; request: InspectedRequest }) {
  const t = useTranslations("inspectors.request");
  const { method, path } = request;
  return (
    <>
      <Panel
        title={
          <span className="font-mono text-sm text-ink wrap-anywhere">
            {method} {path === "" ? "/" : path}
          </span>
        }
        aside={<CopyButton size="sm" label={t("copyCurl")} value={() => toCurl(request, inspector.url)} />}
      >
        <RequestFacts request={request} />
      </Panel>
      <SignaturePanel inspector={inspector} request={request} />
      <Panel title={t("headers")} aside={<span>{t("headerCount", { count: request.headers.length })}</span>}>
        <RequestHeaders headers={request.headers} />
      </Panel>
      <RequestBody request={request} />
    </>
  );
}
