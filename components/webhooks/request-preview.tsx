"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useWatch, type Control } from "react-hook-form";
import { prettyJson } from "@/components/deliveries/pretty-json";
import { eventTypeQuery, eventTypesQuery } from "@/components/events/queries";
import { CodeBlock } from "@/components/ui/code-block";
import { maskAuthorization } from "@/lib/core/authorization";
import { DEFAULT_FORMAT, FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { OutgoingRequest } from "@/lib/core/formats/request";
import { isSubscribed } from "@/lib/core/subscription";
import type { CreateWebhook, CreateWebhookInput } from "@/lib/core/webhook";
import { exampleRequest } from "./example-request";

interface Props {
  control: Control<CreateWebhookInput, unknown, CreateWebhook>;
  /** Its secret is still to come. */
  isNew: boolean;
}

/** What a delivery of the first chosen event looks like on the wire. */
export function RequestPreview({ control, isNew }: Props) {
  const [url, events, format = DEFAULT_FORMAT, alsoSign, headers = {}] = useWatch({
    control,
    name: ["url", "events", "format", "alsoSign", "headers"],
  });
  const types = useQuery(eventTypesQuery()).data ?? [];
  const type = types.find(({ name }) => isSubscribed(events, name))?.name ?? "contact.created";
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
    <aside aria-label="Request preview" className="min-w-0 lg:sticky lg:top-6 lg:self-start">
      <CodeBlock title="What your receiver gets" label="Request preview" code={textOf(url, request)} wrap />
      {formats.map((name) => (
        <p key={name} className="mt-2 text-sm text-ink-2">
          {formats.length > 1 && <span className="font-medium">{FORMATS[name].label}: </span>}
          {FORMATS[name].verification}
        </p>
      ))}
      {isNew && !formats.every(sendsAuthorization) && (
        <p className="mt-2 text-sm text-ink-2">You get the secret next.</p>
      )}
    </aside>
  );
}

function textOf(url: string, { headers, body }: OutgoingRequest): string {
  const lines = maskAuthorization(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${url || "https://example.com/webhook"}`, ...lines, "", prettyJson(body)].join("\n");
}
