"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWatch, type Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { prettyJson } from "@/components/deliveries/pretty-json";
import { eventTypeQuery, eventTypesQuery } from "@/components/events/queries";
import { CodeBlock } from "@/components/ui/code-block";
import { Select } from "@/components/ui/select";
import { useFormats } from "@/components/ui/use-formats";
import { exampleRequest } from "@/components/webhooks/example-request";
import { maskAuthorization } from "@/lib/core/authorization";
import { DEFAULT_FORMAT, FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { OutgoingRequest } from "@/lib/core/formats/request";
import { isSubscribed } from "@/lib/core/subscription";
import type { CreateWebhook, CreateWebhookInput } from "@/lib/core/webhook";

interface Props {
  control: Control<CreateWebhookInput, unknown, CreateWebhook>;
  /** Its secret is still to come. */
  isNew: boolean;
}

const UNCHOSEN = "contact.created";

/** What a delivery looks like on the wire, made by the code that makes deliveries: of any of the chosen events. */
export function RequestPreview({ control, isNew }: Props) {
  const t = useTranslations("form");
  const { bytes } = useFormats();
  const [url, events, format = DEFAULT_FORMAT, alsoSign, headers = {}] = useWatch({
    control,
    name: ["url", "events", "format", "alsoSign", "headers"],
  });
  const [asked, setAsked] = useState<string>();
  const types = useQuery(eventTypesQuery()).data ?? [];
  const chosen = types.filter(({ name }) => isSubscribed(events, name)).map(({ name }) => name);
  const type = chosen.find((name) => name === asked) ?? chosen[0] ?? UNCHOSEN;
  const { data: example } = useQuery({ ...eventTypeQuery(type), placeholderData: keepPreviousData });
  const formats = [format, ...(alsoSign ? [alsoSign.format] : [])];
  const request = exampleRequest({
    format,
    alsoSign: alsoSign?.format,
    headers,
    type: example?.name ?? type,
    data: JSON.stringify(example?.sample ?? {}),
  });
  return (
    <aside aria-label={t("preview.label")} className="min-w-0 lg:sticky lg:top-6 lg:self-start">
      <details open>
        <summary className="mb-2 rounded-sm text-sm font-medium">{t("preview.title")}</summary>
        <div className="flex flex-col gap-2">
          {chosen.length > 1 && (
            <Select
              fit
              className="self-start"
              aria-label={t("preview.event")}
              prefix={t("preview.event")}
              options={chosen.map((name) => ({ value: name, label: name }))}
              value={type}
              onValueChange={setAsked}
            />
          )}
          <CodeBlock
            label={t("preview.label")}
            title={t("preview.body", { size: bytes(new TextEncoder().encode(request.body).length) })}
            code={textOf(url, request)}
            copy
            wrap
            className="[&_pre]:lg:max-h-[calc(100vh-260px)]"
          >
            {textOf(url, { ...request, body: prettyJson(request.body) })}
          </CodeBlock>
          {formats.map((name) => (
            <p key={name} className="text-sm text-ink-2">
              {formats.length > 1 && <span className="font-medium">{FORMATS[name].label}: </span>}
              {t(`format.${name}.verification`)}
            </p>
          ))}
          <p className="text-sm text-ink-3">
            {t("preview.signed")} {isNew && !formats.every(sendsAuthorization) && t("preview.secretNext")}
          </p>
        </div>
      </details>
    </aside>
  );
}

/** As it goes over the wire, but for what HTTP itself adds. */
function textOf(url: string, { headers, body }: OutgoingRequest): string {
  const lines = maskAuthorization(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${url || "https://example.com/webhook"}`, ...lines, "", body].join("\n");
}
