"use client";

import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { InspectedRequest, Inspector } from "@/lib/core/inspector";
import { DEFAULT_FORMAT } from "@/lib/core/formats";
import { CheckOther } from "./check-other";
import { SignatureVerdict } from "./signature-verdict";

interface Props {
  inspector: Inspector;
  request: InspectedRequest;
}

/** Whether a receiver would take it: with the secret of the webhook that sends here, or one that is pasted. */
export function SignaturePanel({ inspector, request }: Props) {
  const t = useTranslations("inspectors.signature");
  return (
    <Panel title={t("title")}>
      <div className="flex flex-col gap-3">
        {request.signatures.map((check) => (
          <SignatureVerdict key={check.format} check={check} />
        ))}
        {request.signatures.length === 0 && <p className="text-sm text-ink-2">{t("nobody")}</p>}
        <CheckOther
          inspectorId={inspector.id}
          requestId={request.id}
          format={request.signatures[0]?.format ?? DEFAULT_FORMAT}
        />
      </div>
    </Panel>
  );
}
