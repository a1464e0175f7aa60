"use client";

import { useWatch, type Control } from "react-hook-form";
import { prettyJson } from "@/components/deliveries/pretty-json";
import { CodeBlock } from "@/components/ui/code-block";
import { maskAuthorization } from "@/lib/core/authorization";
import { CATALOGUE } from "@/lib/core/catalogue";
import { DEFAULT_FORMAT, FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { Hmac, OutgoingEvent } from "@/lib/core/formats/format";
import { buildRequest, type RequestInput } from "@/lib/core/formats/request";
import { isSubscribed } from "@/lib/core/subscription";
import type { CreateWebhook, CreateWebhookInput } from "@/lib/core/webhook";

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
  const types = CATALOGUE.flatMap((group) => group.types.map(({ name }) => name));
  const type = types.find((name) => isSubscribed(events, name)) ?? "contact.created";
  const request = {
    format,
    alsoSign: alsoSign?.format,
    extraHeaders: Object.entries(headers),
    event: { ...EXAMPLE, type },
    keys: { secret: "", authorization: "-" },
  };
  return (
    <aside aria-label="Request preview" className="min-w-0 lg:sticky lg:top-6 lg:self-start">
      <CodeBlock title="What your receiver gets" label="Request preview" code={preview(url, request)} wrap />
      <p className="mt-2 text-sm text-ink-2">
        {FORMATS[format].verification}
        {isNew && !sendsAuthorization(format) && " You get the secret next."}
      </p>
    </aside>
  );
}

function preview(url: string, request: RequestInput): string {
  const { headers, body } = buildRequest(request, notSigned);
  const lines = maskAuthorization(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${url || "https://example.com/webhook"}`, ...lines, "", prettyJson(body)].join("\n");
}

/** The browser has no secret to sign with. */
const notSigned: Hmac = (_text, _key, as) => (as === "hex" ? "362bb526c7ab9…" : "K5oZfzN95Z9UVu1EsfQ…");

const EXAMPLE: Omit<OutgoingEvent, "type"> = {
  eventId: "evt_…",
  deliveryId: "dlv_…",
  attempt: 1,
  attemptedAt: new Date("2026-03-25T08:22:50.301Z"),
  timestamp: new Date("2026-03-25T08:22:50.254Z"),
  accountId: "acc_…",
  webhookId: "wh_…",
  data: '{"contact":"919876543210","name":"Ada"}',
};
