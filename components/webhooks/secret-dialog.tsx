"use client";

import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { VERIFY_SNIPPET } from "./verify-snippet";

interface Props {
  title: string;
  webhook: WebhookWithSecret;
  onClose: () => void;
}

/** The only time a secret is on a screen. It can't be dismissed by accident. */
export function SecretDialog({ title, webhook, onClose }: Props) {
  const { secret, previousSecretUntil } = webhook;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      persistent
      size="lg"
      title={title}
      description="Copy it now and keep it where your receiver can read it. You won't see this again."
      footer={
        <Button variant="primary" onClick={onClose}>
          I have stored it
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <code
            aria-label="Secret"
            className="min-w-0 flex-1 basis-64 rounded-md border bg-code px-3 py-1.5 font-mono text-sm wrap-anywhere select-all"
          >
            {secret}
          </code>
          <CopyButton value={secret} label="Copy secret" variant="primary" />
        </div>
        {previousSecretUntil && (
          <p className="text-ink-2">
            The old secret ends on <Time value={previousSecretUntil} format="exact" />.
          </p>
        )}
        <details>
          <summary className="rounded-sm text-sm font-medium">How your receiver verifies a signature (Node.js)</summary>
          <CodeBlock code={VERIFY_SNIPPET} label="Verification code" copy className="mt-2" />
        </details>
      </div>
    </Dialog>
  );
}
