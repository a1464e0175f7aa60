"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { Time } from "@/components/ui/time";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { VERIFY_SNIPPET } from "./verify-snippet";

interface Props {
  title: string;
  webhook: WebhookWithSecret;
  onClose: () => void;
}

export function SecretDialog({ title, webhook, onClose }: Props) {
  const { secret, previousSecretUntil } = webhook;
  return (
    <ShownOnceDialog title={title} keeper="your receiver" label="Secret" value={secret} onClose={onClose}>
      {previousSecretUntil && (
        <p className="text-ink-2">
          The old secret ends on <Time value={previousSecretUntil} format="exact" />.
        </p>
      )}
      <details>
        <summary className="rounded-sm text-sm font-medium">How your receiver verifies a signature (Node.js)</summary>
        <CodeBlock code={VERIFY_SNIPPET} label="Verification code" copy className="mt-2" />
      </details>
    </ShownOnceDialog>
  );
}
