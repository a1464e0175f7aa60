"use client";

import { useWatch, type Control } from "react-hook-form";
import { CodeBlock } from "@/components/ui/code-block";
import { CATALOGUE } from "@/lib/core/catalogue";
import { isSubscribed } from "@/lib/core/subscription";
import type { CreateWebhook, CreateWebhookInput } from "@/lib/core/webhook";

interface Props {
  control: Control<CreateWebhookInput, unknown, CreateWebhook>;
  /** Its secret is still to come. */
  isNew: boolean;
}

/** What a delivery of the first chosen event looks like on the wire. */
export function RequestPreview({ control, isNew }: Props) {
  const [url, events] = useWatch({ control, name: ["url", "events"] });
  const types = CATALOGUE.flatMap((group) => group.types.map(({ name }) => name));
  const type = types.find((name) => isSubscribed(events, name)) ?? "contact.created";
  return (
    <aside aria-label="Request preview" className="min-w-0 lg:sticky lg:top-6 lg:self-start">
      <CodeBlock title="What your receiver gets" label="Request preview" code={preview(url, type)} wrap />
      <p className="mt-2 text-sm text-ink-2">
        The signature is the HMAC-SHA256 of the body, keyed with{" "}
        {isNew ? "the secret you get next" : "this webhook's secret"}.
      </p>
    </aside>
  );
}

function preview(url: string, type: string): string {
  return `POST ${url || "https://example.com/webhook"}
Content-Type: application/json
User-Agent: SydxAI-Webhook/1.0
X-Sydx-Event: ${type}
X-Sydx-Timestamp: 2026-03-25T08:22:50.254Z
X-Sydx-Signature: 362bb526c7ab9…
X-Sydx-Event-Id: evt_…
X-Sydx-Delivery-Id: dlv_…
X-Sydx-Attempt: 1

{
  "event": "${type}",
  "timestamp": "2026-03-25T08:22:50.254Z",
  "tenantId": "acc_…",
  "data": { … }
}`;
}
