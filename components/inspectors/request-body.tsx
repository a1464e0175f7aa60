"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { prettyJson } from "@/components/deliveries/pretty-json";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { useFormats } from "@/components/ui/use-formats";
import type { InspectedRequest } from "@/lib/core/inspector";
import { INSPECTED_BODY_MAX_BYTES } from "@/lib/core/inspector-limits";

/** The body, formatted for reading or as it came. Copying always gives what came. */
export function RequestBody({ request }: { request: InspectedRequest }) {
  const t = useTranslations("inspectors.request");
  const { bytes } = useFormats();
  const [isRaw, setIsRaw] = useState(false);
  const { body, bodyEncoding, isTruncated } = request;
  const pretty = bodyEncoding === "utf8" ? prettyJson(body) : body;
  return (
    <Panel
      title={t("body")}
      aside={
        <span className="flex items-center gap-1">
          {pretty !== body && <Views isRaw={isRaw} onChange={setIsRaw} />}
          {body !== "" && <CopyButton value={body} label={t("copyBody")} iconOnly size="sm" variant="ghost" />}
        </span>
      }
    >
      {isTruncated && (
        <p className="mb-2 text-sm text-warn">
          {t("truncated", { kept: bytes(INSPECTED_BODY_MAX_BYTES), bytes: bytes(request.bytes) })}
        </p>
      )}
      {bodyEncoding === "base64" && <p className="mb-2 text-sm text-ink-2">{t("binary")}</p>}
      {body === "" ? (
        <p className="text-sm text-ink-3">{t("empty")}</p>
      ) : (
        <CodeBlock label={t("bodyText")} code={body} wrap>
          {isRaw ? body : pretty}
        </CodeBlock>
      )}
    </Panel>
  );
}

function Views({ isRaw, onChange }: { isRaw: boolean; onChange: (isRaw: boolean) => void }) {
  const t = useTranslations("inspectors.request");
  const look = "aria-pressed:bg-fill aria-pressed:text-ink";
  return (
    <div role="group" aria-label={t("view")} className="flex gap-1">
      <Button size="sm" variant="ghost" aria-pressed={!isRaw} className={look} onClick={() => onChange(false)}>
        {t("pretty")}
      </Button>
      <Button size="sm" variant="ghost" aria-pressed={isRaw} className={look} onClick={() => onChange(true)}>
        {t("raw")}
      </Button>
    </div>
  );
}
